package io.haidang.summarization.voice;

import com.ibm.icu.text.RuleBasedNumberFormat;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Writes figures as they are spoken, in Vietnamese and English: numbers, percentages, dates, times,
 * amounts and units that can be read in one way only. Everything else stays as it is written:
 * numbers of documents, ranges, scores, whatever a person has to decide about. The words of numbers
 * are those of ICU.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> no I/O.
 */
public final class SpokenWords {

  /** Only ever copied. */
  private static final RuleBasedNumberFormat VIETNAMESE = numbers("vi");

  private static final RuleBasedNumberFormat ENGLISH = numbers("en");

  /** What no figure stands beside that is to be read as a number. */
  private static final String ALONE_BEFORE = "(?<![\\p{L}\\p{N}/.,:+\\-–_])";

  private static final String ALONE_AFTER = "(?![\\p{L}\\p{N}/:_]|[.,\\-–]\\p{N})";
  private static final String DAY = "(0?[1-9]|[12]\\d|3[01])";
  private static final String MONTH = "(0?[1-9]|1[0-2])";
  private static final String YEAR = "((?:19|20)\\d\\d)";

  private static final Map<String, String> VIETNAMESE_UNITS =
      Map.of(
          "%",
          "phần trăm",
          "km",
          "ki lô mét",
          "kg",
          "ki lô gam",
          "ha",
          "héc ta",
          "m2",
          "mét vuông",
          "m²",
          "mét vuông",
          "m3",
          "mét khối",
          "m³",
          "mét khối",
          "km2",
          "ki lô mét vuông",
          "km²",
          "ki lô mét vuông");

  private static final Map<String, String> ENGLISH_UNITS =
      Map.of(
          "%",
          "percent",
          "km",
          "kilometres",
          "kg",
          "kilograms",
          "ha",
          "hectares",
          "m2",
          "square metres",
          "m²",
          "square metres",
          "m3",
          "cubic metres",
          "m³",
          "cubic metres",
          "km2",
          "square kilometres",
          "km²",
          "square kilometres");

  private static final String UNIT = "(?:[ \\u00A0]?(%|km[2²]?|kg|ha|m[23²³]))?";
  private static final String ENGLISH_MONTHS =
      "(January|February|March|April|May|June|July|August|September|October|November|December)";

  private static final Pattern VIETNAMESE_DATE =
      Pattern.compile(
          "(?iu)"
              + ALONE_BEFORE
              + "(ngày\\s+)?"
              + DAY
              + "([/-])"
              + MONTH
              + "\\3"
              + YEAR
              + ALONE_AFTER);

  private static final Pattern VIETNAMESE_DAY_AND_MONTH =
      Pattern.compile("(?iu)(?<!\\p{L})(ngày\\s+)" + DAY + "/" + MONTH + ALONE_AFTER);
  private static final Pattern VIETNAMESE_MONTH_AND_YEAR =
      Pattern.compile("(?iu)(?<!\\p{L})(tháng\\s+)" + MONTH + "/" + YEAR + ALONE_AFTER);
  private static final Pattern VIETNAMESE_MONTH =
      Pattern.compile("(?iu)(?<!\\p{L})(tháng\\s+)0?4" + ALONE_AFTER);
  private static final Pattern VIETNAMESE_TIME =
      Pattern.compile(ALONE_BEFORE + "([01]?\\d|2[0-3])h([0-5]\\d)?" + ALONE_AFTER);
  private static final Pattern VIETNAMESE_NUMBER =
      Pattern.compile(
          ALONE_BEFORE
              + "(\\d{1,3}(?:\\.\\d{3}){1,4}(?:,\\d{1,6})?|(?:0|[1-9]\\d{0,14})(?:,\\d{1,6})?)"
              + UNIT
              + ALONE_AFTER);

  private static final Pattern ENGLISH_DAY_FIRST =
      Pattern.compile(
          ALONE_BEFORE + DAY + " " + ENGLISH_MONTHS + "(?: " + YEAR + ")?" + ALONE_AFTER);
  private static final Pattern ENGLISH_MONTH_FIRST =
      Pattern.compile(
          "(?<!\\p{L})" + ENGLISH_MONTHS + " " + DAY + "(?:, " + YEAR + ")?" + ALONE_AFTER);
  private static final Pattern ENGLISH_YEAR = Pattern.compile(ALONE_BEFORE + YEAR + ALONE_AFTER);
  private static final Pattern ENGLISH_MONEY =
      Pattern.compile(
          "(?<!\\p{L})(VND|USD|US\\$|\\$)[ \\u00A0]?(\\d{1,3}(?:,\\d{3}){0,4}(?:\\.\\d{1,6})?)"
              + "( (?:thousand|million|billion|trillion))?"
              + ALONE_AFTER);
  private static final Pattern ENGLISH_NUMBER =
      Pattern.compile(
          ALONE_BEFORE
              + "(\\d{1,3}(?:,\\d{3}){1,4}(?:\\.\\d{1,6})?|(?:0|[1-9]\\d{0,14})(?:\\.\\d{1,6})?)"
              + UNIT
              + ALONE_AFTER);

  private SpokenWords() {}

  /** The text as it is spoken; as it is written in a language whose figures are not read here. */
  public static String of(String text, Locale language) {
    return switch (language.getLanguage()) {
      case "vi" -> vietnamese(text);
      case "en" -> english(text);
      default -> text;
    };
  }

  private static String vietnamese(String text) {
    Numbers numbers = new Numbers(VIETNAMESE, "%spellout-cardinal");
    String spoken = text;
    spoken = replaced(VIETNAMESE_DATE, spoken, found -> date(numbers, found));
    spoken =
        replaced(
            VIETNAMESE_DAY_AND_MONTH,
            spoken,
            m -> m.group(1) + numbers.of(m.group(2)) + " tháng " + month(numbers, m.group(3)));
    spoken =
        replaced(
            VIETNAMESE_MONTH_AND_YEAR,
            spoken,
            m -> m.group(1) + month(numbers, m.group(2)) + " năm " + numbers.of(m.group(3)));
    spoken = replaced(VIETNAMESE_MONTH, spoken, m -> m.group(1) + "tư");
    spoken =
        replaced(
            VIETNAMESE_TIME,
            spoken,
            m ->
                numbers.of(m.group(1))
                    + " giờ"
                    + (m.group(2) == null ? "" : " " + numbers.of(m.group(2))));
    return replaced(
        VIETNAMESE_NUMBER,
        spoken,
        m ->
            numbers.of(m.group(1).replace(".", "").replace(',', '.'))
                + unit(VIETNAMESE_UNITS, m.group(2)));
  }

  private static String date(Numbers numbers, MatchResult found) {
    return (found.group(1) == null ? "ngày " : found.group(1))
        + numbers.of(found.group(2))
        + " tháng "
        + month(numbers, found.group(4))
        + " năm "
        + numbers.of(found.group(5));
  }

  /** The fourth month has a name of its own. */
  private static String month(Numbers numbers, String month) {
    return Integer.parseInt(month) == 4 ? "tư" : numbers.of(month);
  }

  private static String english(String text) {
    Numbers numbers = new Numbers(ENGLISH, "%spellout-cardinal-verbose");
    String spoken = text;
    spoken =
        replaced(
            ENGLISH_DAY_FIRST,
            spoken,
            m ->
                "the "
                    + numbers.ordinal(m.group(1))
                    + " of "
                    + m.group(2)
                    + (m.group(3) == null ? "" : " " + numbers.year(m.group(3))));
    spoken =
        replaced(
            ENGLISH_MONTH_FIRST,
            spoken,
            m ->
                m.group(1)
                    + " "
                    + numbers.ordinal(m.group(2))
                    + (m.group(3) == null ? "" : ", " + numbers.year(m.group(3))));
    spoken = replaced(ENGLISH_MONEY, spoken, found -> money(numbers, found));
    spoken = replaced(ENGLISH_YEAR, spoken, m -> numbers.year(m.group(1)));
    return replaced(
        ENGLISH_NUMBER,
        spoken,
        m -> numbers.of(m.group(1).replace(",", "")) + unit(ENGLISH_UNITS, m.group(2)));
  }

  private static String money(Numbers numbers, MatchResult found) {
    String currency = found.group(1).equals("VND") ? " dong" : " US dollars";
    return numbers.of(found.group(2).replace(",", ""))
        + (found.group(3) == null ? "" : found.group(3))
        + currency;
  }

  private static String unit(Map<String, String> units, String unit) {
    return unit == null ? "" : " " + units.getOrDefault(unit, unit);
  }

  private static String replaced(
      Pattern pattern, String text, Function<MatchResult, String> spoken) {
    return pattern.matcher(text).replaceAll(found -> escaped(spoken.apply(found)));
  }

  private static String escaped(String words) {
    return words.replace("\\", "\\\\").replace("$", "\\$");
  }

  private static RuleBasedNumberFormat numbers(String language) {
    return new RuleBasedNumberFormat(
        Locale.forLanguageTag(language), RuleBasedNumberFormat.SPELLOUT);
  }

  /** Numbers in the words of a language. Not thread-safe, as those of ICU are not. */
  private static final class Numbers {

    private final RuleBasedNumberFormat format;
    private final String cardinals;

    /** Reading the rules takes long, a copy does not. */
    Numbers(RuleBasedNumberFormat rules, String cardinals) {
      this.format = rules.clone();
      this.cardinals = cardinals;
    }

    /** Of plain figures with a full stop before decimals. */
    String of(String figures) {
      BigDecimal number = new BigDecimal(figures);
      return number.stripTrailingZeros().scale() <= 0 && number.scale() <= 0
          ? format.format(number.longValueExact(), cardinals)
          : decimals(figures);
    }

    /** Figure by figure after the point, as written: 2.50 is not 2.5. */
    private String decimals(String figures) {
      int point = figures.indexOf('.');
      StringBuilder words =
          new StringBuilder(format.format(Long.parseLong(figures.substring(0, point)), cardinals))
              .append(cardinals.endsWith("verbose") ? " point" : " phẩy");
      figures
          .substring(point + 1)
          .chars()
          .forEach(c -> words.append(' ').append(format.format((long) (c - '0'), cardinals)));
      return words.toString();
    }

    String ordinal(String figures) {
      return format.format(Long.parseLong(figures), "%spellout-ordinal");
    }

    String year(String figures) {
      return format.format(Long.parseLong(figures), "%spellout-numbering-year");
    }
  }
}
