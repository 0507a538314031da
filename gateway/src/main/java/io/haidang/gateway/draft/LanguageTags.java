package io.haidang.gateway.draft;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import java.util.IllformedLocaleException;
import java.util.Locale;

/** Languages as people and programs name them. */
public final class LanguageTags {

  private LanguageTags() {}

  /**
   * The language of a BCP 47 tag.
   *
   * @throws GatewayException {@code unknown-language}
   */
  public static Locale known(String tag) {
    try {
      Locale language = new Locale.Builder().setLanguageTag(tag).build();
      boolean hasName = !language.getDisplayLanguage(Locale.ENGLISH).equals(language.getLanguage());
      if (!language.getLanguage().isEmpty() && hasName) {
        return language;
      }
    } catch (IllformedLocaleException e) {
      // Reported below, in the house's words.
    }
    throw new GatewayException(
        ErrorCode.UNKNOWN_LANGUAGE, "language: unknown (expected: a BCP 47 tag such as vi or en)");
  }
}
