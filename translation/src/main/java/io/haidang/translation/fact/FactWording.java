package io.haidang.translation.fact;

import java.math.BigDecimal;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a fact is written in a language. Vietnamese and English; others get the words of the text.
 */
public final class FactWording {

  private static final Pattern DAY = Pattern.compile("(?:(\\d{4})|-)-(\\d{2})-(\\d{2})");
  private static final Pattern MONTH = Pattern.compile("(?:(\\d{4})|-)-(\\d{2})");
  private static final Pattern QUARTER = Pattern.compile("(?:(\\d{4})|-)-Q([1-4])");
  private static final List<String> ROMAN = List.of("I", "II", "III", "IV");
  private static final List<String> ORDER = List.of("first", "second", "third", "fourth");
  private static final Map<Integer, String> ENGLISH_SCALES =
      Map.of(6, "million", 9, "billion", 12, "trillion");
  private static final Map<Integer, String> VIETNAMESE_SCALES =
      Map.of(6, "triệu", 9, "tỷ", 12, "nghìn tỷ");

  private final boolean vietnamese;
  private final Lexicon lexicon;

  private FactWording(boolean vietnamese) {
    this.vietnamese = vietnamese;
    this.lexicon = vietnamese ? Lexicon.VIETNAMESE : Lexicon.ENGLISH;
  }

  /** What a text in {@code language} may write for {@code fact}. */
  public static String of(Fact fact, Locale language) {
    return FactExtractor.reads(language)
        ? new FactWording(language.getLanguage().equals("vi")).of(fact)
        : fact.wording();
  }

  private String of(Fact fact) {
    return switch (fact.kind()) {
      case NUMBER -> number(fact.number().orElseThrow());
      case PERCENTAGE -> number(fact.number().orElseThrow()) + "%";
      case AMOUNT -> number(fact.number().orElseThrow()) + " " + currency(fact.unit());
      case MEASURE -> number(fact.number().orElseThrow()) + " " + unit(fact);
      case ORDINAL -> ordinal(fact.value());
      case DATE -> date(fact);
      case TIME, REFERENCE, ABBREVIATION -> fact.value();
      case NAME -> vietnamese ? fact.wording() : FoldedName.bare(fact.wording());
      case CONCEPT, TITLE, NEGATION -> fact.wording();
    };
  }

  private String number(BigDecimal value) {
    for (int zeros : new int[] {12, 9, 6}) {
      BigDecimal part = value.scaleByPowerOfTen(-zeros).stripTrailingZeros();
      if (part.compareTo(BigDecimal.ONE) >= 0 && part.scale() <= 3) {
        String scale = (vietnamese ? VIETNAMESE_SCALES : ENGLISH_SCALES).getOrDefault(zeros, "");
        return figures(part) + " " + scale;
      }
    }
    return figures(value);
  }

  private String figures(BigDecimal value) {
    String[] parts = Figures.plain(value).split("\\.", 2);
    String whole =
        parts[0].replaceAll("(?<=\\d)(?=(?:\\d{3})+$)", String.valueOf(lexicon.sign("group")));
    return parts.length == 1 ? whole : whole + lexicon.sign("decimal") + parts[1];
  }

  private String currency(String code) {
    return vietnamese && code.equals("VND") ? "đồng" : code;
  }

  /** The first word of the list, which is the plural. */
  private String unit(Fact fact) {
    List<String> words = lexicon.words("unit." + fact.unit());
    return words.isEmpty() ? fact.unit() : words.get(0);
  }

  private String ordinal(String value) {
    if (vietnamese) {
      return "thứ " + value;
    }
    boolean teen = value.matches(".*1[123]");
    String ending =
        teen
            ? "th"
            : value.endsWith("1")
                ? "st"
                : value.endsWith("2") ? "nd" : value.endsWith("3") ? "rd" : "th";
    return value + ending;
  }

  private String date(Fact fact) {
    String value = fact.value();
    Matcher day = DAY.matcher(value);
    if (day.matches()) {
      return day(day.group(1), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3)));
    }
    Matcher month = MONTH.matcher(value);
    if (month.matches()) {
      return month(month.group(1), Integer.parseInt(month.group(2)));
    }
    Matcher quarter = QUARTER.matcher(value);
    if (quarter.matches()) {
      int number = Integer.parseInt(quarter.group(2));
      return vietnamese
          ? "quý " + ROMAN.get(number - 1) + tail("/", quarter.group(1))
          : "the " + ORDER.get(number - 1) + " quarter" + tail(" of ", quarter.group(1));
    }
    return value.matches("\\d{4}") ? value : fact.wording();
  }

  private String day(@Nullable String year, int month, int day) {
    return vietnamese
        ? "ngày " + day + "/" + month + tail("/", year)
        : day + " " + name(month) + tail(" ", year);
  }

  private String month(@Nullable String year, int month) {
    return vietnamese ? "tháng " + month + tail("/", year) : name(month) + tail(" ", year);
  }

  private static String name(int month) {
    return Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  private static String tail(String sign, @Nullable String year) {
    return year == null ? "" : sign + year;
  }
}
