package io.haidang.glossary.enforce;

import java.util.Locale;
import java.util.Set;

/** How a language writes an abbreviation behind a name. */
final class Brackets {

  /** Their type has brackets as wide as a character, with no space before them. */
  private static final Set<String> WIDE = Set.of("zh", "ja");

  private Brackets() {}

  static String around(String name, String abbreviation, Locale language) {
    return WIDE.contains(language.getLanguage())
        ? name + "（" + abbreviation + "）"
        : name + " (" + abbreviation + ")";
  }

  static boolean opens(String between) {
    String sign = between.strip();
    return sign.equals("(") || sign.equals("（");
  }

  static boolean closes(char sign) {
    return sign == ')' || sign == '）';
  }
}
