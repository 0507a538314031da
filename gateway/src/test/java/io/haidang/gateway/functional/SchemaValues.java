package io.haidang.gateway.functional;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Values that the schemas of the contract allow, by chance. */
final class SchemaValues {

  private static final List<String> LANGUAGES =
      List.of("en", "en", "en", "en", "vi", "ja", "en-GB");
  private static final List<String> TEXTS =
      List.of(
          "Cảng Hải Phòng đón 120 tàu.",
          "Ủy ban nhân dân thành phố họp ngày 12 tháng 5.",
          "Sở Ngoại vụ",
          "a",
          "<p>Đoạn văn.</p>",
          "12 %",
          "Hải Phòng\nViệt Nam");

  /** Where the ids of members and parameters come from. */
  private static final Map<String, String> COLLECTIONS =
      Map.of(
          "products", "targets",
          "target", "targets",
          "proposals", "proposals",
          "batch", "batch",
          "concept", "concepts",
          "conceptid", "concepts",
          "successor", "concepts",
          "finding", "findings",
          "fact", "facts",
          "entry", "entries");

  private static final List<String> SAMPLES =
      List.of("vi-en", "2026-03", "translation", "1", "a", "en", "2026-03-02");

  private final JsonObject contract;
  private final Random random;
  private final FuzzPool pool;

  SchemaValues(JsonObject contract, Random random, FuzzPool pool) {
    this.contract = contract;
    this.random = random;
    this.pool = pool;
  }

  /** What a reference points to, or the object itself. */
  JsonObject resolve(JsonObject object) {
    String reference = object.getString("$ref");
    if (reference == null) {
      return object;
    }
    JsonObject at = contract;
    for (String step : reference.substring(2).split("/", -1)) {
      at = at.getJsonObject(step);
    }
    return resolve(at);
  }

  /** An id of a collection, such as {@code targets}. */
  String id(String collection) {
    return pool.id(collection);
  }

  /**
   * A value.
   *
   * @param name of the member or parameter that it is for
   */
  @Nullable Object of(String name, JsonObject reference) {
    JsonObject schema = resolve(reference);
    JsonArray choices = schema.getJsonArray("enum");
    if (choices != null) {
      return choices.getValue(random.nextInt(choices.size()));
    }
    Object type = schema.getValue("type");
    if (type instanceof JsonArray several) {
      type = several.getString(random.nextInt(several.size()));
    }
    return switch (String.valueOf(type)) {
      case "object" -> object(schema);
      case "array" -> array(name, schema);
      case "integer" -> integer(name, schema);
      case "number" -> random.nextDouble();
      case "boolean" -> random.nextBoolean();
      case "null" -> null;
      default -> text(name, schema);
    };
  }

  private JsonObject object(JsonObject schema) {
    JsonObject object = new JsonObject();
    List<?> required = schema.getJsonArray("required", new JsonArray()).getList();
    schema
        .getJsonObject("properties", new JsonObject())
        .forEach(
            member -> {
              if (required.contains(member.getKey())
                  || member.getKey().equals("content")
                  || random.nextInt(3) == 0) {
                object.put(member.getKey(), of(member.getKey(), (JsonObject) member.getValue()));
              }
            });
    return object;
  }

  private JsonArray array(String name, JsonObject schema) {
    int least = schema.getInteger("minItems", 0);
    int most = Math.min(schema.getInteger("maxItems", 3), least + 2);
    JsonArray array = new JsonArray();
    int size = least + random.nextInt(most - least + 1);
    for (int i = 0; i < size; i++) {
      array.add(of(name, schema.getJsonObject("items")));
    }
    return array;
  }

  private long integer(String name, JsonObject schema) {
    long least = schema.getLong("minimum", 0L);
    long most = schema.getLong("maximum", 1_000L);
    boolean isSmall = random.nextInt(4) > 0 || name.equals("deadlineMillis");
    long span = isSmall ? Math.min(3, most - least) : most - least;
    return least + (long) (random.nextDouble() * (span + 1));
  }

  private String text(String name, JsonObject schema) {
    String text = candidate(name.toLowerCase(Locale.ROOT));
    String pattern = schema.getString("pattern");
    if (pattern != null && !text.matches(".*" + pattern + ".*")) {
      text =
          SAMPLES.stream()
              .filter(sample -> sample.matches(".*(?:" + pattern + ").*"))
              .findFirst()
              .orElse(text);
    }
    int most = schema.getInteger("maxLength", Integer.MAX_VALUE);
    return text.length() <= most ? text : text.substring(0, most);
  }

  private String candidate(String name) {
    if (name.contains("language") || name.equals("burnin")) {
      return LANGUAGES.get(random.nextInt(LANGUAGES.size()));
    }
    if (name.equals("url")) {
      return "http://127.0.0.1:9/" + random.nextInt(5);
    }
    if (name.endsWith("until") || name.equals("since")) {
      return "2026-03-02T01:00:00Z";
    }
    if (name.contains("date")
        || name.contains("valid")
        || name.equals("from")
        || name.equals("to")) {
      return "2026-0" + (1 + random.nextInt(9)) + "-02";
    }
    String collection = COLLECTIONS.get(name);
    if (collection != null) {
      return pool.id(collection);
    }
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }
}
