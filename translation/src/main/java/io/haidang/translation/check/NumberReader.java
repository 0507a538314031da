package io.haidang.translation.check;

import io.haidang.glossary.TextSpan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the numbers of a text in the notation of its language. Immutable. */
final class NumberReader {

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<number>\\d+(?:[.,]\\d+)*)(?:st|nd|rd|th)?\\b?|(?<word>\\p{L}[\\p{L}\\p{M}]*)");
  private static final Pattern PERCENT =
      Pattern.compile("\\s*(?:%|percent\\b|per cent\\b|phần trăm\\b)");

  /**
   * One number.
   *
   * @param value canonical; ends with {@code %} for a percentage
   * @param firm whether the other text has to have it; words never are
   */
  record Amount(String value, TextSpan span, boolean firm) {}

  /** The numbers of one text, in reading order. */
  record Numbers(List<Amount> amounts) {

    /** The firm amounts that {@code other} does not have; firm ones there are used up first. */
    List<Amount> without(Numbers other) {
      List<Amount> free = new ArrayList<>(other.amounts());
      List<Amount> left = new ArrayList<>();
      for (Amount amount : amounts) {
        if (amount.firm() && !take(free, amount.value(), true)) {
          left.add(amount);
        }
      }
      left.removeIf(amount -> take(free, amount.value(), false));
      return left;
    }

    private static boolean take(List<Amount> free, String value, boolean firm) {
      for (int i = 0; i < free.size(); i++) {
        if (free.get(i).firm() == firm && free.get(i).value().equals(value)) {
          free.remove(i);
          return true;
        }
      }
      return false;
    }
  }

  private final NumberWords words;
  private final Pattern grouped;
  private final char group;
  private final char decimal;

  private NumberReader(NumberWords words, char group, char decimal) {
    this.words = words;
    this.group = group;
    this.decimal = decimal;
    this.grouped = Pattern.compile("\\d{1,3}(?:\\" + group + "\\d{3})+(?:\\" + decimal + "\\d+)?");
  }

  /** Vietnamese notation, or English for every other language. */
  static NumberReader forLanguage(Locale language) {
    return Check.is(language, "vi")
        ? new NumberReader(NumberWords.VIETNAMESE, '.', ',')
        : new NumberReader(NumberWords.ENGLISH, ',', '.');
  }

  Numbers read(String text) {
    List<Amount> amounts = new ArrayList<>();
    Matcher tokens = TOKEN.matcher(text);
    while (tokens.find()) {
      if (tokens.group("number") != null) {
        readFigure(text, tokens.group("number"), tokens.start(), tokens.end("number"), amounts);
      } else {
        readWord(tokens.group(), new TextSpan(tokens.start(), tokens.end()), amounts);
      }
    }
    return new Numbers(List.copyOf(amounts));
  }

  private void readFigure(String text, String figure, int start, int end, List<Amount> amounts) {
    Optional<BigDecimal> single = value(figure);
    if (single.isEmpty()) {
      readParts(figure, start, amounts);
      return;
    }
    NumberWords.Scale scale = words.scale(text, end);
    BigDecimal value = single.get().multiply(scale.factor());
    Matcher percent = PERCENT.matcher(text).region(scale.end(), text.length());
    boolean isPercent = percent.lookingAt();
    TextSpan span = new TextSpan(start, isPercent ? percent.end() : scale.end());
    amounts.add(new Amount(canonical(value) + (isPercent ? "%" : ""), span, true));
  }

  /** A date or a version: its parts are numbers of their own. */
  private static void readParts(String figure, int start, List<Amount> amounts) {
    int from = start;
    for (String part : figure.split("[.,]", -1)) {
      TextSpan span = new TextSpan(from, from + part.length());
      amounts.add(new Amount(canonical(new BigDecimal(part)), span, true));
      from += part.length() + 1;
    }
  }

  /** Empty when the figure is not one number. */
  private Optional<BigDecimal> value(String figure) {
    if (grouped.matcher(figure).matches()) {
      String digits = figure.replace(String.valueOf(group), "").replace(decimal, '.');
      return Optional.of(new BigDecimal(digits));
    }
    boolean oneMark = figure.chars().filter(c -> c == '.' || c == ',').count() <= 1;
    return oneMark ? Optional.of(new BigDecimal(figure.replace(',', '.'))) : Optional.empty();
  }

  private void readWord(String word, TextSpan span, List<Amount> amounts) {
    int roman = NumberWords.roman(word);
    if (roman > 0) {
      // A single letter is rather a name than a number: never demanded.
      amounts.add(new Amount(Integer.toString(roman), span, word.length() > 1));
      return;
    }
    for (int value : words.values(word)) {
      amounts.add(new Amount(Integer.toString(value), span, false));
    }
  }

  private static String canonical(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
