package io.haidang.translation.check;

import java.util.List;
import java.util.Locale;

/**
 * One thing to look at in a translation. Carries examples of its own, which a test runs.
 *
 * <p><b>Thread-safety:</b> implementations are immutable.
 */
interface Check {

  /** Stable; shown in reports and kept in stores. */
  String id();

  /** What is wrong; spans count in the texts without inline codes. */
  List<Finding> run(CheckedPair pair);

  List<Example> examples();

  /** A translation from Vietnamese into English, and whether the check objects to it. */
  record Example(String source, String target, boolean objects) {

    static Example right(String source, String target) {
      return new Example(source, target, false);
    }

    static Example wrong(String source, String target) {
      return new Example(source, target, true);
    }
  }

  /** Whether {@code locale} is a form of the language with this code. */
  static boolean is(Locale locale, String language) {
    return locale.getLanguage().equals(language);
  }
}
