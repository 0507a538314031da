package io.haidang.gateway.http.deepl.write;

import io.haidang.gateway.http.deepl.kit.LanguageCode;
import io.haidang.gateway.http.dialect.DialectException;
import io.haidang.gateway.http.dialect.Parameters;
import io.haidang.summarization.rewrite.Manner;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads how texts are to be worded. */
final class WriteParameters {

  /** Those of the dialect, and ours. */
  private static final Set<String> LANGUAGES =
      Set.of(
          "de", "en", "en-GB", "en-US", "es", "fr", "it", "ja", "ko", "pt", "pt-BR", "pt-PT", "vi",
          "zh", "zh-Hans");

  /** Languages, without regions, in which a text can be asked to sound in some way. */
  private static final Set<String> MANNERS = Set.of("de", "en", "vi");

  private static final Set<String> STYLES =
      Set.of(
          "default",
          "academic",
          "business",
          "casual",
          "simple",
          "prefer_default",
          "prefer_academic",
          "prefer_business",
          "prefer_casual",
          "prefer_simple");

  private static final Set<String> TONES =
      Set.of(
          "default",
          "confident",
          "diplomatic",
          "enthusiastic",
          "friendly",
          "prefer_default",
          "prefer_confident",
          "prefer_diplomatic",
          "prefer_enthusiastic",
          "prefer_friendly");

  private static final String PREFERRED = "prefer_";
  private static final String USUAL = "default";

  private WriteParameters() {}

  /** The language that a request names; empty when it leaves that to the text. */
  static Optional<Locale> language(Parameters parameters) {
    return LanguageCode.of(parameters, "target_lang").map(WriteParameters::served);
  }

  /**
   * A language as it is answered: one without a region is the first that learners of it meet.
   *
   * @throws DialectException when texts are not worded in it
   */
  static Locale served(Locale language) {
    if (!LANGUAGES.contains(language.toLanguageTag())) {
      throw LanguageCode.unsupported("target_lang");
    }
    return switch (language.toLanguageTag()) {
      case "en" -> Locale.US;
      case "pt" -> Locale.forLanguageTag("pt-PT");
      default -> language;
    };
  }

  /** How the texts are to sound; a preference that a language has no room for is none. */
  static Manner manner(Parameters parameters, Locale language) {
    String style = wanted(parameters, "writing_style", STYLES, language, "a writing style");
    String tone = wanted(parameters, "tone", TONES, language, "a tone");
    if (!style.equals(USUAL) && !tone.equals(USUAL)) {
      throw DialectException.badRequest(
          "Bad request. Reason: Both writing_style and tone defined. Currently only style OR tone"
              + " can be chosen for a single request.");
    }
    String chosen = style.equals(USUAL) ? tone : style;
    return chosen.equals(USUAL) ? Manner.USUAL : Manner.valueOf(chosen.toUpperCase(Locale.ROOT));
  }

  private static String wanted(
      Parameters parameters, String name, Set<String> allowed, Locale language, String what) {
    String value =
        parameters.text(name).filter(text -> !text.isBlank()).isEmpty()
            ? USUAL
            : parameters.choice(name, allowed).orElse(USUAL);
    boolean serves = MANNERS.contains(language.getLanguage());
    if (value.startsWith(PREFERRED)) {
      return serves ? value.substring(PREFERRED.length()) : USUAL;
    }
    if (!value.equals(USUAL) && !serves) {
      throw DialectException.badRequest(
          "Language " + LanguageCode.lower(language) + " does not support setting " + what + ".");
    }
    return value;
  }
}
