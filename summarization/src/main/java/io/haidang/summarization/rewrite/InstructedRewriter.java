package io.haidang.summarization.rewrite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.haidang.models.CallContext;
import io.haidang.models.InstructedModel;
import io.haidang.models.ModelJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks a model that reads instructions, and reads its answer as strictly as it was told to write
 * it.
 */
record InstructedRewriter(InstructedModel model, SameFacts facts) implements Rewriter {

  private static final int MAX_CHARACTERS = 200_000;
  private static final int MAX_DEPTH = 4;

  /** A better wording is no essay. */
  private static final int MOST_TIMES_LONGER = 3;

  private static final int SOME_MORE = 100;

  private static final ModelJson JSON = new ModelJson(MAX_CHARACTERS, MAX_DEPTH);

  @Override
  public List<String> rewrite(List<String> texts, RewriteTask task, CallContext call) {
    String answer = model.answer(RewritePrompt.instructions(task), RewritePrompt.data(texts), call);
    Map<String, String> made = read(answer);
    List<String> rewritten = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      String text = made.getOrDefault(RewritePrompt.id(i), "");
      rewritten.add(isUsable(texts.get(i), text, task) ? text : texts.get(i));
    }
    return List.copyOf(rewritten);
  }

  private static Map<String, String> read(String answer) {
    Map<String, String> texts = new HashMap<>();
    for (JsonNode text :
        JSON.read(answer).map(tree -> tree.path("texts")).orElse(MissingNode.getInstance())) {
      texts.put(text.path("id").asText(""), text.path("text").asText("").strip());
    }
    return texts;
  }

  private boolean isUsable(String before, String after, RewriteTask task) {
    return ModelJson.isText(after)
        && after.length() <= MOST_TIMES_LONGER * before.length() + SOME_MORE
        && facts.hold(before, after, task);
  }
}
