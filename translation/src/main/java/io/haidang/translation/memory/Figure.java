package io.haidang.translation.memory;

import io.haidang.glossary.TextSpan;
import io.haidang.translation.memory.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A figure as a text writes it.
 *
 * @param value without zeros in front, in English notation; a month by its number
 * @param written as it stands in the text
 * @param ending of an English ordinal, such as {@code st}; else empty
 * @param span in the text without codes
 */
record Figure(Kind kind, String value, String written, String ending, TextSpan span) {

  private static final Pattern ORDINAL = Pattern.compile("(\\d+)(st|nd|rd|th)");
  private static final Pattern ZEROS = Pattern.compile("^0+(?=\\d)");

  /** Languages that write 1,234.5 so. */
  private static final List<String> DECIMAL_POINT = List.of("en", "zh", "ja", "ko", "th");

  /** Languages that write it 1.234,5; of the others only whole numbers are understood. */
  private static final List<String> DECIMAL_COMMA = List.of("vi", "de", "es", "it", "nl", "id");

  /** The figures of a text, in reading order. */
  static List<Figure> of(MemoryText text, Locale language) {
    List<Figure> figures = new ArrayList<>();
    for (Token token : text.tokens()) {
      String written = token.span().of(text.coded().plain());
      Matcher ordinal = ORDINAL.matcher(written);
      if (token.isFigure()) {
        figures.add(new Figure(token.kind(), value(written, language), written, "", token.span()));
      } else if (Months.isEnglish(language) && ordinal.matches()) {
        String value = value(ordinal.group(1), language);
        figures.add(new Figure(Kind.NUMBER, value, written, ordinal.group(2), token.span()));
      }
    }
    return figures;
  }

  private static String value(String written, Locale language) {
    int month = Months.number(written);
    if (month > 0) {
      return Integer.toString(month);
    }
    String english = hasPoint(language) ? written : written.replaceAll("[.,]", "?");
    return ZEROS.matcher(hasComma(language) ? swapped(written) : english).replaceFirst("");
  }

  private static boolean hasPoint(Locale language) {
    return DECIMAL_POINT.contains(language.getLanguage());
  }

  private static boolean hasComma(Locale language) {
    return DECIMAL_COMMA.contains(language.getLanguage());
  }

  private static String swapped(String written) {
    return written.replace('.', '\0').replace(',', '.').replace('\0', ',');
  }

  /**
   * Another value, written like this figure.
   *
   * @return empty when that cannot be said
   */
  String rewritten(String other, Locale language) {
    if (kind == Kind.MONTH && Months.number(written) > 0) {
      return monthName(other);
    }
    if (!hasPoint(language) && !hasComma(language) && !other.matches("\\d+")) {
      return "";
    }
    String plain = hasComma(language) ? swapped(other) : other;
    boolean twoDigits = written.length() == 2 && written.startsWith("0");
    String padded = twoDigits && plain.length() == 1 ? "0" + plain : plain;
    return ending.isEmpty() ? padded : plain + ordinalEnding(plain);
  }

  private String monthName(String number) {
    if (!number.matches("[1-9]|1[0-2]")) {
      return "";
    }
    String name = Months.name(Integer.parseInt(number));
    boolean capitals = written.equals(written.toUpperCase(Locale.ROOT));
    return capitals ? name.toUpperCase(Locale.ROOT) : name;
  }

  private static String ordinalEnding(String digits) {
    if (digits.endsWith("11") || digits.endsWith("12") || digits.endsWith("13")) {
      return "th";
    }
    return switch (digits.charAt(digits.length() - 1)) {
      case '1' -> "st";
      case '2' -> "nd";
      case '3' -> "rd";
      default -> "th";
    };
  }
}
