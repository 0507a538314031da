package io.haidang.gateway.web.kit;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;

/** The languages of the pages. */
public final class Languages {

  public static final Locale VIETNAMESE = new Locale.Builder().setLanguage("vi").build();

  /** The first one is for browsers that ask for neither. */
  public static final List<Locale> ALL = List.of(VIETNAMESE, Locale.ENGLISH);

  private Languages() {}

  /** What was chosen, else what the browser prefers. */
  static Locale of(WebRequest request) {
    String chosen = request.cookie(BrowserCookies.LANGUAGE).orElse("");
    return ALL.stream()
        .filter(language -> language.toLanguageTag().equals(chosen))
        .findFirst()
        .orElseGet(() -> preferred(request.acceptLanguage()));
  }

  private static Locale preferred(String acceptLanguage) {
    if (acceptLanguage.isBlank()) {
      return VIETNAMESE;
    }
    try {
      Locale best = Locale.lookup(LanguageRange.parse(acceptLanguage), ALL);
      return best == null ? VIETNAMESE : best;
    } catch (IllegalArgumentException e) {
      return VIETNAMESE; // A header that says nothing readable.
    }
  }
}
