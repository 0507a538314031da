package io.haidang.models;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;

/**
 * Reads the JSON that a model was told to write, and nothing that only looks like it: no member
 * twice, nothing behind the end, no more depth or length than was asked for.
 *
 * <p><b>Thread-safety:</b> immutable.
 */
public final class ModelJson {

  private final int maxCharacters;
  private final ObjectMapper mapper;

  /**
   * A reader of answers of one form.
   *
   * @param maxCharacters longest answer, in UTF-16 units
   * @param maxDepth of objects and arrays inside each other
   */
  public ModelJson(int maxCharacters, int maxDepth) {
    this.maxCharacters = maxCharacters;
    this.mapper =
        JsonMapper.builder(
                JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(maxDepth).build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
  }

  /** The answer as a tree; empty for one that cannot be read, of which nothing is told on. */
  public Optional<JsonNode> read(String answer) {
    if (answer.length() > maxCharacters) {
      return Optional.empty();
    }
    try {
      return Optional.of(mapper.readTree(answer));
    } catch (JsonProcessingException e) {
      return Optional.empty(); // Its message would quote the document.
    }
  }

  /** Whether a text in an answer says something, and holds no control characters. */
  public static boolean isText(String text) {
    return !text.isBlank()
        && text.codePoints()
            .noneMatch(c -> Character.isISOControl(c) && !Character.isWhitespace(c));
  }
}
