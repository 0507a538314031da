package io.haidang.models.remote;

import com.fasterxml.jackson.databind.JsonNode;
import io.haidang.models.ModelJson;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Reads what a model answered, as strictly as it was told to write it. Immutable. */
final class AnswerReader {

  private static final int MAX_CHARACTERS = 500_000;
  private static final int MAX_DEPTH = 4;

  private static final ModelJson JSON = new ModelJson(MAX_CHARACTERS, MAX_DEPTH);

  private AnswerReader() {}

  /**
   * What could be read.
   *
   * @param texts by the ids that were asked for, each given once and with a text
   * @param strangeIds whether there were others, which makes the known ones doubtful
   */
  record Answer(Map<String, String> texts, boolean strangeIds) {

    static final Answer UNUSABLE = new Answer(Map.of(), false);

    Answer {
      texts = Map.copyOf(texts);
    }
  }

  static Answer read(String answer, Set<String> asked, DataFence fence) {
    return JSON.read(answer)
        .map(tree -> tree.path("translations"))
        .filter(JsonNode::isArray)
        .map(translations -> texts(translations, asked, fence))
        .orElse(Answer.UNUSABLE);
  }

  private static Answer texts(JsonNode translations, Set<String> asked, DataFence fence) {
    Map<String, String> texts = new HashMap<>();
    Set<String> seen = new HashSet<>();
    boolean strange = false;
    for (JsonNode translation : translations) {
      JsonNode id = translation.path("id");
      JsonNode text = translation.path("text");
      if (!id.isTextual() || !asked.contains(id.textValue())) {
        strange = true;
      } else if (!seen.add(id.textValue())) {
        texts.remove(id.textValue());
      } else if (text.isTextual() && isUsable(text.textValue(), fence)) {
        texts.put(id.textValue(), oneLine(text.textValue()));
      }
    }
    return new Answer(texts, strange);
  }

  private static boolean isUsable(String text, DataFence fence) {
    return ModelJson.isText(text) && !fence.leakedInto(text);
  }

  /** A segment is one line, whatever the model made of it. */
  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
