package io.haidang.translation.fact;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers in figures, with the marks of a language. Immutable. */
final class Figures {

  static final String PATTERN = "\\d+(?:[.,]\\d+|[\\u00a0\\u202f]\\d{3}(?!\\d)){0,12}+";

  private final char group;
  private final char decimal;
  private final Pattern grouped;

  Figures(char group, char decimal) {
    this.group = group;
    this.decimal = decimal;
    this.grouped = Pattern.compile("\\d{1,3}(?:\\" + group + "\\d{3})+(?:\\" + decimal + "\\d+)?");
  }

  /** Empty when the figure is not one number, as in a version. */
  Optional<BigDecimal> value(String written) {
    String figure = written.replaceAll("[\\u00a0\\u202f]", "");
    if (grouped.matcher(figure).matches()) {
      String digits = figure.replace(String.valueOf(group), "").replace(decimal, '.');
      return Optional.of(new BigDecimal(digits));
    }
    boolean oneMark = figure.chars().filter(c -> c == '.' || c == ',').count() <= 1;
    return oneMark ? Optional.of(new BigDecimal(figure.replace(',', '.'))) : Optional.empty();
  }

  /** Without needless zeros, never with an exponent. */
  static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
