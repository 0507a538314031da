package io.haidang.summarization.rewrite;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.haidang.models.CallContext;
import io.haidang.models.InstructedModel;
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

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

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
    if (answer.length() <= MAX_CHARACTERS) {
      try {
        for (JsonNode text : MAPPER.readTree(answer).path("texts")) {
          texts.put(text.path("id").asText(""), text.path("text").asText("").strip());
        }
      } catch (JsonProcessingException e) {
        return Map.of(); // Its message would quote the document.
      }
    }
    return texts;
  }

  private boolean isUsable(String before, String after, RewriteTask task) {
    return !after.isBlank()
        && after.length() <= MOST_TIMES_LONGER * before.length() + SOME_MORE
        && after
            .codePoints()
            .noneMatch(c -> Character.isISOControl(c) && !Character.isWhitespace(c))
        && facts.hold(before, after, task);
  }
}
