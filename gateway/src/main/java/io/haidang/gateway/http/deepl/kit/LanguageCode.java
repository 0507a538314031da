package io.haidang.gateway.http.deepl.kit;

import io.haidang.gateway.http.dialect.DialectException;
import io.haidang.gateway.http.dialect.Parameters;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/** Languages as the dialect writes them: tags such as {@code VI} and {@code EN-US}, in any case. */
public final class LanguageCode {

  private LanguageCode() {}

  /** The language of a parameter; empty when it was not sent, or is blank. */
  public static Optional<Locale> of(Parameters parameters, String name) {
    return parameters.text(name).filter(code -> !code.isBlank()).map(code -> parse(name, code));
  }

  /** The language of a parameter that has to be there. */
  public static Locale required(Parameters parameters, String name) {
    return of(parameters, name).orElseThrow(() -> unsupported(name));
  }

  private static Locale parse(String name, String code) {
    try {
      Locale locale = new Locale.Builder().setLanguageTag(code.strip()).build();
      if (!locale.getLanguage().isEmpty()) {
        return locale;
      }
    } catch (IllformedLocaleException e) {
      // Answered like a language that is not served.
    }
    throw unsupported(name);
  }

  /** The error of a language that is none, or not served here. */
  public static DialectException unsupported(String name) {
    return DialectException.unsupportedValue(name);
  }

  /** The language without its region and script: {@code en} of {@code en-US}. */
  public static Locale base(Locale language) {
    return Locale.forLanguageTag(language.getLanguage());
  }

  /** Such as {@code EN-US}, as version 2 writes it. */
  public static String upper(Locale language) {
    return language.toLanguageTag().toUpperCase(Locale.ROOT);
  }

  /** Such as {@code en}, as glossaries and version 3 write it. */
  public static String lower(Locale language) {
    return language.toLanguageTag().toLowerCase(Locale.ROOT);
  }
}
