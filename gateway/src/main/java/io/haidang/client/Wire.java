package io.haidang.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.haidang.client.OfficialName.Wording;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** The JSON of the API; members that are not known here are passed over. */
final class Wire {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Wire() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static String write(ObjectNode json) {
    try {
      return MAPPER.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("request: cannot be written as JSON", e);
    }
  }

  static JsonNode read(String body) {
    try {
      return MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      throw new HaiDangException(502, "not-json", "the answer is not one of the desk's API", 0);
    }
  }

  static ObjectNode draft(NewDraft draft) {
    ObjectNode json =
        object()
            .put("title", draft.title())
            .put("content", draft.content())
            .put("sourceLanguage", draft.sourceLanguage().orElse("auto"))
            .put("sensitivity", draft.isPublic() ? "public" : "internal");
    draft.targetLanguages().forEach(json.putArray("targetLanguages")::add);
    draft.textDate().ifPresent(date -> json.put("textDate", date.toString()));
    return json;
  }

  static Draft draft(JsonNode json) {
    return new Draft(text(json, "id"), text(json, "title"), list(json, "targets", Wire::target));
  }

  static Target target(JsonNode json) {
    return new Target(
        text(json, "id"),
        text(json, "language"),
        state(text(json, "state")),
        json.path("version").asInt(),
        json.path("openErrors").asInt(),
        optional(json, "failure"));
  }

  private static Target.State state(String name) {
    return Arrays.stream(Target.State.values())
        .filter(state -> state.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name))
        .findFirst()
        .orElse(Target.State.UNKNOWN);
  }

  static Published published(JsonNode json) {
    return new Published(
        list(json, "items", Wire::publishedItem),
        text(json, "nextCursor"),
        json.path("more").asBoolean());
  }

  private static PublishedItem publishedItem(JsonNode json) {
    return new PublishedItem(
        text(json, "id"),
        text(json, "form"),
        text(json, "language"),
        json.path("withdrawn").asBoolean(),
        optional(json, "title"),
        optional(json, "text"),
        optional(json, "notice"));
  }

  static List<OfficialName> names(JsonNode json) {
    return list(
        json,
        "concepts",
        concept ->
            new OfficialName(
                text(concept, "id"), text(concept, "source"), list(concept, "terms", Wire::term)));
  }

  private static Wording term(JsonNode json) {
    return new Wording(text(json, "language"), text(json, "text"), text(json, "status"));
  }

  static HaiDangException problem(int status, String body) {
    try {
      JsonNode json = MAPPER.readTree(body);
      String code = json.path("code").asText("http-" + status);
      return new HaiDangException(
          status, code, text(json, "detail"), json.path("retryAfter").asInt());
    } catch (JsonProcessingException e) {
      return new HaiDangException(status, "http-" + status, "no answer of the desk", 0);
    }
  }

  static String text(JsonNode json, String name) {
    return json.path(name).asText("");
  }

  private static Optional<String> optional(JsonNode json, String name) {
    return Optional.ofNullable(json.path(name).asText(null));
  }

  private static <T> List<T> list(JsonNode json, String name, Function<JsonNode, T> reader) {
    return StreamSupport.stream(json.path(name).spliterator(), false).map(reader).toList();
  }
}
