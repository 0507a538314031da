package io.haidang.models;

import java.util.IllformedLocaleException;
import java.util.Locale;

/** A direction of translation. */
public record LanguagePair(Locale source, Locale target) {

  /**
   * A direction from two BCP 47 tags, such as {@code vi} and {@code en}.
   *
   * @throws IllegalArgumentException when a tag is ill-formed
   */
  public static LanguagePair of(String source, String target) {
    return new LanguagePair(language("source", source), language("target", target));
  }

  private static Locale language(String name, String tag) {
    try {
      Locale locale = new Locale.Builder().setLanguageTag(tag).build();
      if (!locale.getLanguage().isEmpty()) {
        return locale;
      }
    } catch (IllformedLocaleException e) {
      // Reported below, in the house's words.
    }
    throw new IllegalArgumentException(name + ": " + tag + " (expected: a BCP 47 language tag)");
  }

  /** Such as {@code vi-en}. */
  @Override
  public String toString() {
    return source.toLanguageTag() + "-" + target.toLanguageTag();
  }
}
