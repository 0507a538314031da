package io.haidang.gateway.http.deepl.kit;

import io.haidang.gateway.engine.Directions;
import io.haidang.gateway.http.dialect.DialectException;
import io.haidang.gateway.http.dialect.Parameters;
import io.haidang.gateway.http.kit.DialectSettings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What texts and documents have in common: languages, and how the translation should sound.
 *
 * @param source empty to have it told from the text
 */
public record TranslationParameters(Optional<Locale> source, Locale target) {

  private static final Set<String> FORMALITY =
      Set.of("default", "more", "less", "prefer_more", "prefer_less");

  private static final int MOST_INSTRUCTIONS = 10;
  private static final int LONGEST_INSTRUCTION = 300;

  /** Reads and checks them; what no engine honours is refused by its name. */
  public static TranslationParameters read(
      Parameters parameters, Directions directions, DialectSettings settings) {
    Locale target = LanguageCode.required(parameters, "target_lang");
    Optional<Locale> source = LanguageCode.of(parameters, "source_lang");
    if (!directions.hasTarget(target)) {
      throw LanguageCode.unsupported("target_lang");
    }
    if (source.filter(language -> !directions.hasSource(language)).isPresent()) {
      throw LanguageCode.unsupported("source_lang");
    }
    checkFormality(parameters, target, settings);
    checkInstructions(parameters, target, settings);
    return new TranslationParameters(source, target);
  }

  private static void checkFormality(
      Parameters parameters, Locale target, DialectSettings settings) {
    String formality = parameters.choice("formality", FORMALITY).orElse("default");
    boolean demanded = formality.equals("more") || formality.equals("less");
    if (demanded && !settings.hasFormality(target)) {
      throw DialectException.badRequest(
          "Target language '" + LanguageCode.upper(target) + "' doesn't support formality.");
    }
  }

  private static void checkInstructions(
      Parameters parameters, Locale target, DialectSettings settings) {
    List<String> instructions = parameters.texts("custom_instructions");
    if (instructions.size() > MOST_INSTRUCTIONS
        || instructions.stream().anyMatch(text -> text.length() > LONGEST_INSTRUCTION)) {
      throw DialectException.unsupportedValue(
          "custom_instructions",
          "at most " + MOST_INSTRUCTIONS + ", of " + LONGEST_INSTRUCTION + " characters at most");
    }
    if (!instructions.isEmpty() && !settings.isInstructed(target)) {
      throw DialectException.badRequest(
          "Target language '"
              + LanguageCode.upper(target)
              + "' doesn't support custom_instructions.");
    }
  }
}
