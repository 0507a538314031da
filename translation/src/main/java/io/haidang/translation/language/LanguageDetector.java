package io.haidang.translation.language;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Tells the language of a text.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> computes for about a
 * millisecond, the first call for a second or two; never call it on an event loop.
 */
public interface LanguageDetector {

  /** The languages that it tells apart, without regions. */
  Set<Locale> languages();

  /**
   * The languages that {@code text} may be in, the likeliest first; their confidences add up to 1.
   * Empty where there is nothing to tell by: no letters, or those of no known language. Any text
   * will do, also a broken one; of a long one the beginning is read.
   */
  List<LanguageGuess> rank(String text);

  /** The likeliest language; empty where there is nothing to tell by. */
  default Optional<LanguageGuess> best(String text) {
    return rank(text).stream().findFirst();
  }
}
