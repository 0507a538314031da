package io.haidang.translation.language;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Makes detectors. */
public final class LanguageDetectors {

  private LanguageDetectors() {}

  /** The detector that comes with the program; it is loaded when it is first asked. */
  public static LanguageDetector bundled() {
    return Lazy.INSTANCE;
  }

  /** Knows its languages at once, and loads what tells them apart when it has to. */
  private enum Lazy implements LanguageDetector {
    INSTANCE;

    @Override
    public Set<Locale> languages() {
      return KnownLanguage.locales();
    }

    @Override
    public List<LanguageGuess> rank(String text) {
      return Loaded.DETECTOR.rank(text);
    }
  }

  /** Initialised once, by the first thread that asks. */
  private static final class Loaded {
    static final LanguageDetector DETECTOR = NgramDetector.load();
  }
}
