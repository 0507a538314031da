package io.haidang.gateway.http.language;

import io.haidang.translation.language.LanguageGuess;
import io.vertx.core.json.JsonObject;

/** Reads and writes languages that are told from a text, for every room that does so. */
public final class LanguageJson {

  private static final String AUTO = "auto";

  private LanguageJson() {}

  /**
   * Whether a request leaves the language of its text to be told: none is given, or {@code auto}.
   */
  public static boolean isLeftToText(JsonObject request) {
    return request.getString("sourceLanguage", AUTO).equalsIgnoreCase(AUTO);
  }

  public static JsonObject guess(LanguageGuess guess) {
    return new JsonObject()
        .put("language", guess.language().toLanguageTag())
        .put("confidence", guess.confidence());
  }
}
