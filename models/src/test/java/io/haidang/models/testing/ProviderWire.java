package io.haidang.models.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.haidang.models.remote.ProviderKind;
import io.haidang.models.testing.ScriptedServer.Exchange;
import java.io.IOException;
import java.util.Locale;

/** How each provider writes an answer, and a model behind it that does as its instructions say. */
public final class ProviderWire {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ProviderWire() {}

  /** An answer whose text is {@code text}; 120 tokens were read and 30 written. */
  public static String answer(ProviderKind kind, String text) {
    String quoted = quote(text);
    return switch (kind) {
      case OPENAI, MISTRAL ->
          """
          {"id":"a","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,
          "message":{"role":"assistant","content":%s},"finish_reason":"stop"}],
          "usage":{"prompt_tokens":120,"completion_tokens":30,"total_tokens":150}}"""
              .formatted(quoted);
      case OLLAMA ->
          """
          {"model":"m","created_at":"2026-01-01T00:00:00Z","message":{"role":"assistant",
          "content":%s},"done":true,"done_reason":"stop","prompt_eval_count":120,"eval_count":30}"""
              .formatted(quoted);
      case ANTHROPIC ->
          """
          {"id":"a","type":"message","role":"assistant","model":"m","content":[{"type":"text",
          "text":%s}],"stop_reason":"end_turn","usage":{"input_tokens":120,"output_tokens":30}}"""
              .formatted(quoted);
      case GEMINI ->
          """
          {"candidates":[{"content":{"role":"model","parts":[{"text":%s}]},"finishReason":"STOP"}],
          "usageMetadata":{"promptTokenCount":120,"candidatesTokenCount":30,"totalTokenCount":150}}"""
              .formatted(quoted);
    };
  }

  /** How the provider declines; Ollama has no way to say so but words. */
  public static String refusal(ProviderKind kind) {
    return switch (kind) {
      case OPENAI ->
          answer(kind, "").replace("\"content\":\"\"", "\"content\":null,\"refusal\":\"No.\"");
      case MISTRAL -> answer(kind, "").replace("\"stop\"", "\"content_filter\"");
      case OLLAMA -> answer(kind, "I cannot help with that.");
      case ANTHROPIC -> answer(kind, "").replace("\"end_turn\"", "\"refusal\"");
      case GEMINI -> "{\"promptFeedback\":{\"blockReason\":\"PROHIBITED_CONTENT\"}}";
    };
  }

  /** The data that a request carries between its fences. */
  public static JsonNode data(Exchange exchange) throws IOException {
    String message = userMessage(MAPPER.readTree(exchange.body()));
    int start = message.indexOf(">\n") + 2;
    return MAPPER.readTree(message.substring(start, message.lastIndexOf("\n</data ")));
  }

  private static String userMessage(JsonNode request) {
    JsonNode content =
        request.has("contents")
            ? request.at("/contents/0/parts/0/text")
            : request.path("messages").path(request.path("messages").size() - 1).path("content");
    if (content.isTextual()) {
      return content.textValue();
    }
    return content.path(0).path("text").asText();
  }

  /** Every segment in capitals, followed by its wordings and names. */
  public static String obedient(JsonNode data) {
    ObjectNode root = MAPPER.createObjectNode();
    ArrayNode translations = root.putArray("translations");
    for (JsonNode segment : data.path("segments")) {
      StringBuilder text =
          new StringBuilder(segment.path("text").asText().toUpperCase(Locale.ROOT));
      segment.path("must_contain").forEach(list -> text.append(' ').append(list.path(0).asText()));
      segment.path("terms").forEach(term -> text.append(' ').append(term.path("write").asText()));
      translations.addObject().put("id", segment.path("id").asText()).put("text", text.toString());
    }
    return root.toString();
  }

  private static String quote(String text) {
    return MAPPER.getNodeFactory().textNode(text).toString();
  }
}
