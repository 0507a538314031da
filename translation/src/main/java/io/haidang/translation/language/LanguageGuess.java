package io.haidang.translation.language;

import java.util.Locale;

/**
 * A language that a text may be in.
 *
 * @param language without a region
 * @param confidence 0 to 1; how often such a guess is right
 */
public record LanguageGuess(Locale language, double confidence) {

  /** From here on a guess decides without anybody being asked. */
  public static final double SURE = 0.9;

  public LanguageGuess {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence: " + confidence + " (expected: 0 to 1)");
    }
  }

  /** Whether it is {@code other}, of whatever region. */
  public boolean isOf(Locale other) {
    return language.getLanguage().equals(other.getLanguage());
  }

  /** Whether it may decide without anybody being asked. */
  public boolean isSure() {
    return confidence >= SURE;
  }
}
