package io.haidang.glossary.match;

import java.util.List;

/** The forms that an English name takes in a sentence: singular, plural, possessive. */
final class EnglishForms {

  private EnglishForms() {}

  static List<String> of(String name) {
    if (name.isEmpty() || !Character.isLetter(name.charAt(name.length() - 1))) {
      return List.of(name);
    }
    return List.of(name, name + "'s", plural(name), plural(name) + "'", other(name)).stream()
        .distinct()
        .toList();
  }

  private static String plural(String name) {
    if (name.endsWith("y") && !name.matches(".*[aeiou]y")) {
      return name.substring(0, name.length() - 1) + "ies";
    }
    return name.matches(".*(s|x|ch|sh)") ? name + "es" : name + "s";
  }

  /** The singular of a plural; the name itself when it is none. */
  private static String other(String name) {
    return name.endsWith("s") && !name.endsWith("ss") ? name.substring(0, name.length() - 1) : name;
  }
}
