package io.haidang.translation.fact;

import java.util.regex.Pattern;

/** Roman numerals in capitals. */
final class Roman {

  private static final Pattern NUMERAL = Pattern.compile("X{0,3}(?:IX|IV|V?I{0,3})");

  private Roman() {}

  /** 1 to 39, else 0. */
  static int value(String word) {
    if (word.isEmpty() || !NUMERAL.matcher(word).matches()) {
      return 0;
    }
    int value = 0;
    for (int i = 0; i < word.length(); i++) {
      int digit = digit(word.charAt(i));
      boolean subtract = i + 1 < word.length() && digit < digit(word.charAt(i + 1));
      value += subtract ? -digit : digit;
    }
    return value;
  }

  private static int digit(char c) {
    return c == 'X' ? 10 : c == 'V' ? 5 : 1;
  }
}
