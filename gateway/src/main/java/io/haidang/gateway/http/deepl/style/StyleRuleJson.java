package io.haidang.gateway.http.deepl.style;

import io.haidang.gateway.http.deepl.kit.LanguageCode;
import io.haidang.gateway.http.dialect.DialectException;
import io.haidang.gateway.http.dialect.Parameters;
import io.haidang.gateway.style.CustomInstruction;
import io.haidang.gateway.style.StyleRule;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Style rules as the dialect reads and writes them. */
final class StyleRuleJson {

  private StyleRuleJson() {}

  /** A rule without its options and instructions. */
  static JsonObject brief(StyleRule rule) {
    return new JsonObject()
        .put("style_id", rule.id().toString())
        .put("name", rule.name())
        .put("language", LanguageCode.lower(rule.language()))
        .put("creation_time", rule.createdAt().toString())
        .put("updated_time", rule.updatedAt().toString())
        .put("version", rule.version());
  }

  static JsonObject detailed(StyleRule rule) {
    JsonObject configured = new JsonObject();
    rule.configured()
        .forEach(
            (category, options) -> configured.put(category, new JsonObject(Map.copyOf(options))));
    JsonArray instructions = new JsonArray();
    rule.instructions().forEach(instruction -> instructions.add(instruction(instruction)));
    return brief(rule).put("configured_rules", configured).put("custom_instructions", instructions);
  }

  static JsonObject instruction(CustomInstruction instruction) {
    JsonObject json =
        new JsonObject()
            .put("id", instruction.id().toString())
            .put("label", instruction.label())
            .put("prompt", instruction.prompt());
    if (instruction.sourceLanguage() != null) {
      json.put("source_language", instruction.sourceLanguage());
    }
    return json;
  }

  /** An instruction of a request. */
  static CustomInstruction instruction(UUID id, Parameters parameters) {
    return new CustomInstruction(
        id,
        parameters.required("label"),
        parameters.required("prompt"),
        LanguageCode.of(parameters, "source_language").map(Locale::toLanguageTag).orElse(null));
  }

  /**
   * Options by category. What has no options is as good as not there.
   *
   * @param json as a client sends it; unknown categories are left for the rule to refuse
   */
  static Map<String, Map<String, String>> configured(JsonObject json) {
    Map<String, Map<String, String>> configured = new LinkedHashMap<>();
    for (String category : json.fieldNames()) {
      Object options = json.getValue(category);
      if (options instanceof JsonObject object) {
        configured.put(category, options(object));
      } else if (options != null) {
        throw DialectException.unsupportedValue("configured_rules", "objects by category");
      }
    }
    return configured;
  }

  private static Map<String, String> options(JsonObject json) {
    Map<String, String> options = new LinkedHashMap<>();
    for (String option : json.fieldNames()) {
      if (!(json.getValue(option) instanceof String value)) {
        throw DialectException.unsupportedValue("configured_rules", "a text for each option");
      }
      options.put(option, value);
    }
    return options;
  }
}
