package io.haidang.gateway.http.deepl.language;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.http.dialect.DialectException;
import io.haidang.gateway.http.kit.DialectSettings;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What version 3 calls the things that can be done in a language. */
enum Resource {
  TRANSLATE_TEXT,
  TRANSLATE_DOCUMENT,
  GLOSSARY,
  TRANSLATION_MEMORY,
  WRITE,
  STYLE_RULES,
  /** Not served here; there are no languages in which it is. */
  VOICE;

  /** Something more that is honoured. */
  private enum Feature {
    AUTO_DETECTION,
    TAG_HANDLING,
    GLOSSARY,
    FORMALITY;

    String id() {
      return Resource.id(this);
    }
  }

  private List<Feature> features() {
    return switch (this) {
      case TRANSLATE_TEXT ->
          List.of(
              Feature.AUTO_DETECTION, Feature.TAG_HANDLING, Feature.GLOSSARY, Feature.FORMALITY);
      case TRANSLATE_DOCUMENT ->
          List.of(Feature.AUTO_DETECTION, Feature.GLOSSARY, Feature.FORMALITY);
      default -> List.of();
    };
  }

  static Resource of(String name) {
    return Arrays.stream(values())
        .filter(resource -> id(resource).equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> DialectException.unsupportedValue("resource"));
  }

  private static String id(Enum<?> constant) {
    return PublicName.of(constant).replace('-', '_');
  }

  boolean isServed() {
    return this != VOICE;
  }

  /** The features that this resource has in a language. */
  JsonObject features(Locale language, DialectSettings settings) {
    JsonObject json = new JsonObject();
    features().stream()
        .filter(feature -> feature != Feature.FORMALITY || settings.hasFormality(language))
        .forEach(feature -> json.put(feature.id(), new JsonObject().put("status", "stable")));
    return json;
  }

  /** How the resource is described. */
  JsonObject json() {
    JsonArray list = new JsonArray();
    for (Feature feature : features()) {
      JsonObject described = new JsonObject().put("name", feature.id());
      if (feature != Feature.FORMALITY) {
        described.put("needs_source_support", true);
      }
      if (feature != Feature.AUTO_DETECTION) {
        described.put("needs_target_support", true);
      }
      list.add(described);
    }
    return new JsonObject().put("name", id(this)).put("features", list);
  }
}
