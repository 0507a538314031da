package io.haidang.gateway.http.libre;

import io.haidang.gateway.engine.Directions;
import io.haidang.gateway.http.dialect.Parameters;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Languages as the dialect writes them: {@code en}, {@code pt-BR}, in any case. */
final class LibreCode {

  /** Told from the text. */
  private static final String AUTO = "auto";

  /** Names of its own that are no tags. */
  private static final Map<String, String> ALIASES = Map.of("pb", "pt-BR", "zt", "zh-Hant");

  private LibreCode() {}

  /** The language of a parameter that has to be there; empty where it is to be told. */
  static Optional<Locale> read(Parameters parameters, String name) {
    String code =
        parameters
            .text(name)
            .filter(text -> !text.isBlank())
            .orElseThrow(() -> LibreErrors.missing(name))
            .toLowerCase(Locale.ROOT);
    return code.equals(AUTO) ? Optional.empty() : Optional.of(parse(code));
  }

  /** Refuses languages from which and into which nothing is translated. */
  static Consumer<Locale> required(Directions directions) {
    return language -> {
      if (!directions.hasSource(language) && !directions.hasTarget(language)) {
        throw LibreErrors.unsupported(of(language));
      }
    };
  }

  private static Locale parse(String code) {
    try {
      return new Locale.Builder().setLanguageTag(ALIASES.getOrDefault(code, code)).build();
    } catch (IllformedLocaleException e) {
      throw LibreErrors.unsupported(shown(code));
    }
  }

  /** A code that is none may be anything; what is long or odd is not repeated. */
  private static String shown(String code) {
    return code.matches("[a-z0-9_-]{1,16}") ? code : "language";
  }

  static String of(Locale language) {
    return language.toLanguageTag();
  }

  static String name(Locale language) {
    return language.getDisplayName(Locale.ENGLISH);
  }
}
