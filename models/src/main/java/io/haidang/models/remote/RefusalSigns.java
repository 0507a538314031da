package io.haidang.models.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;

/**
 * Recognises an answer by which a provider declines, in the body itself: each protocol says it in
 * another place, and the library above maps only some of them.
 */
final class RefusalSigns {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Set<String> STOPS =
      Set.of(
          "refusal",
          "content_filter",
          "SAFETY",
          "RECITATION",
          "BLOCKLIST",
          "PROHIBITED_CONTENT",
          "SPII");

  private RefusalSigns() {}

  static boolean in(byte[] body) {
    try {
      JsonNode answer = MAPPER.readTree(body);
      return STOPS.contains(answer.path("stop_reason").asText())
          || STOPS.contains(answer.at("/choices/0/finish_reason").asText())
          || STOPS.contains(answer.at("/candidates/0/finishReason").asText())
          || !answer.at("/promptFeedback/blockReason").asText().isEmpty()
          || !Objects.requireNonNullElse(answer.at("/choices/0/message/refusal").textValue(), "")
              .isEmpty();
    } catch (IOException e) {
      return false; // Not JSON: whoever parses the answer will say so.
    }
  }
}
