package io.haidang.gateway.http.language;

import io.haidang.translation.language.LanguageGuess;
import io.vertx.core.json.JsonObject;

/** Writes guesses at a language, for every room that makes some. */
public final class LanguageJson {

  private LanguageJson() {}

  public static JsonObject guess(LanguageGuess guess) {
    return new JsonObject()
        .put("language", guess.language().toLanguageTag())
        .put("confidence", guess.confidence());
  }
}
