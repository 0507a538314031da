package io.haidang.translation.fact;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What multiplies a number in figures: "15 nghìn tỷ", "5 triệu rưỡi", "$5m". Immutable. */
final class Magnitudes {

  private static final Pattern WORD = Pattern.compile("[\\s\\u00a0-]*(\\p{L}+)(?![\\p{L}\\p{N}])");
  private static final Pattern REST =
      Pattern.compile("\\s+(\\d{1,3}(?:[.,]\\d+)?)(?=\\s+(\\p{L}+))");
  private static final Pattern LETTERS = Pattern.compile("(m|bn|k|tn)(?![\\p{L}\\p{N}])");
  private static final Map<String, Integer> ZEROS = Map.of("k", 3, "m", 6, "bn", 9, "tn", 12);
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final int MOST_ZEROS = 24;

  private final NumberWords words;
  private final Figures figures;

  Magnitudes(NumberWords words, Figures figures) {
    this.words = words;
    this.figures = figures;
  }

  /**
   * The number with the magnitude behind it, if there is one.
   *
   * @param money whether a currency stands before it, so that "m" is a million and no metre
   */
  Quantity read(String text, BigDecimal value, int start, int figureEnd, boolean money) {
    int zeros = 0;
    int end = figureEnd;
    Matcher next = WORD.matcher(text);
    while (next.region(end, text.length()).lookingAt()) {
      Optional<Integer> more = words.zeros(next.group(1));
      if (more.isEmpty() || zeros > MOST_ZEROS) {
        break;
      }
      zeros += more.get();
      end = next.end();
    }
    if (zeros == 0) {
      return money ? letters(text, value, start, end) : Quantity.inFigures(value, 0, start, end);
    }
    if (next.region(end, text.length()).lookingAt() && next.group(1).equals("rưỡi")) {
      return Quantity.inFigures(value.add(HALF), zeros, start, next.end());
    }
    return withRest(text, Quantity.inFigures(value, zeros, start, end));
  }

  private static Quantity letters(String text, BigDecimal value, int start, int end) {
    Matcher letters = LETTERS.matcher(text).region(end, text.length());
    return letters.lookingAt()
        ? Quantity.inFigures(value, ZEROS.getOrDefault(letters.group(1), 0), start, letters.end())
        : Quantity.inFigures(value, 0, start, end);
  }

  /** "1 tỷ 200 triệu": what follows is smaller and belongs to it. */
  private Quantity withRest(String text, Quantity quantity) {
    Matcher rest = REST.matcher(text).region(quantity.end(), text.length());
    if (!rest.lookingAt()) {
      return quantity;
    }
    int zeros = words.zeros(rest.group(2)).orElse(0);
    Optional<BigDecimal> value = figures.value(rest.group(1));
    if (value.isEmpty() || zeros == 0 || zeros >= quantity.zeros()) {
      return quantity;
    }
    BigDecimal sum = quantity.value().add(value.get().scaleByPowerOfTen(zeros));
    return Quantity.inFigures(sum, 0, quantity.start(), rest.end(2));
  }
}
