package io.haidang.translation.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words that stand for numbers, and words that multiply the figure before them. Immutable. */
final class NumberWords {

  static final NumberWords VIETNAMESE =
      new NumberWords(
          Map.of("nghìn", 3, "ngàn", 3, "triệu", 6, "tỷ", 9, "tỉ", 9),
          words("một nhất", "hai nhì", "ba", "bốn tư", "năm", "sáu", "bảy", "tám", "chín", "mười"));

  static final NumberWords ENGLISH =
      new NumberWords(
          Map.of("thousand", 3, "million", 6, "billion", 9, "trillion", 12, "bn", 9),
          words(
              "one first january once single",
              "two second february twice both",
              "three third march",
              "four fourth april quarterly",
              "five fifth may",
              "six sixth june",
              "seven seventh july",
              "eight eighth august",
              "nine ninth september",
              "ten tenth october",
              "eleven eleventh november",
              "twelve twelfth december"));

  private static final Pattern ROMAN = Pattern.compile("X{0,3}(?:IX|IV|V?I{0,3})");
  private static final Pattern NEXT_WORD = Pattern.compile("[\\s\\u00a0-]+(\\p{L}+)");

  /**
   * What multiplies a figure.
   *
   * @param end offset behind the last multiplying word
   */
  record Scale(BigDecimal factor, int end) {}

  private final Map<String, Integer> zeros;
  private final Map<String, Integer> values;

  private NumberWords(Map<String, Integer> zeros, Map<String, Integer> values) {
    this.zeros = zeros;
    this.values = values;
  }

  private static Map<String, Integer> words(String... perValue) {
    Map<String, Integer> values = new java.util.HashMap<>();
    for (int i = 0; i < perValue.length; i++) {
      for (String word : perValue[i].split(" ", -1)) {
        values.put(word, i + 1);
      }
    }
    return Map.copyOf(values);
  }

  /** The numbers that a word can stand for; usually none. */
  List<Integer> values(String word) {
    Integer value = values.get(word.toLowerCase(Locale.ROOT));
    return value == null ? List.of() : List.of(value);
  }

  /** Reads "nghìn tỷ" or "million" behind a figure that ends at {@code from}. */
  Scale scale(String text, int from) {
    BigDecimal factor = BigDecimal.ONE;
    int end = from;
    Matcher next = NEXT_WORD.matcher(text);
    while (next.region(end, text.length()).lookingAt()) {
      Integer power = zeros.get(next.group(1).toLowerCase(Locale.ROOT));
      if (power == null) {
        break;
      }
      factor = factor.scaleByPowerOfTen(power);
      end = next.end();
    }
    return new Scale(factor, end);
  }

  /** 1 to 39 for a Roman numeral in capitals, else 0. */
  static int roman(String word) {
    if (word.isEmpty() || !ROMAN.matcher(word).matches()) {
      return 0;
    }
    int value = 0;
    for (int i = 0; i < word.length(); i++) {
      int digit = romanDigit(word.charAt(i));
      boolean subtract = i + 1 < word.length() && digit < romanDigit(word.charAt(i + 1));
      value += subtract ? -digit : digit;
    }
    return value;
  }

  private static int romanDigit(char c) {
    return c == 'X' ? 10 : c == 'V' ? 5 : 1;
  }
}
