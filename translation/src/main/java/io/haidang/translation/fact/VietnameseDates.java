package io.haidang.translation.fact;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** "ngày 12 tháng 5 năm 2026", "12/5/2026", "quý II", "6 tháng đầu năm 2026". Immutable. */
final class VietnameseDates implements FactReader {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final String B = "(?<![\\p{L}\\p{N}])";
  private static final String E = "(?![\\p{L}\\p{N}])";
  private static final String DAY = "\\d{1,2}";
  private static final String DAYS =
      "(?<days>"
          + DAY
          + "(?:\\s*(?:,|-|–|và|đến|tới)\\s*(?:hết\\s+)?(?:ngày\\s+)?"
          + DAY
          + "(?!\\s*[/.])){0,8})";
  private static final String YEAR = "(?<year>[12]\\d{3})";
  private static final String MONTH_WORD =
      "mười\\s+hai|mười\\s+một|giêng|một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|chạp";
  private static final String MONTH = "(?<month>0?[1-9]|1[0-2]|" + MONTH_WORD + ")";

  private static final Pattern ISO =
      Pattern.compile("(?<!\\d)(?<year>[12]\\d{3})-(?<month>\\d{2})-(?<days>\\d{2})(?!\\d)");
  private static final Pattern WORDS =
      Pattern.compile(
          B + DAYS + "\\s+tháng\\s+" + MONTH + E + "(?:,?\\s+năm\\s+" + YEAR + E + ")?", FLAGS);
  private static final Pattern FIGURES =
      Pattern.compile(
          "(?<![\\d/.,])"
              + "(?<days>\\d{1,2}(?:\\s*(?:-|–|và|đến)\\s*(?:ngày\\s+)?\\d{1,2}(?=[/.-]))?)"
              + "(?<sign>[/.-])(?<month>\\d{1,2})\\k<sign>"
              + YEAR
              + "(?![\\d/]|[.,]\\d)",
          FLAGS);
  private static final Pattern SHORT =
      Pattern.compile(
          "(?<![\\p{N}/.,])"
              + "(?<days>\\d{1,2}(?:\\s*(?:,|-|–|và|đến|tới)\\s*(?:ngày\\s+)?\\d{1,2}(?![\\d.])){0,8})"
              + "/(?<month>0?[1-9]|1[0-2])(?![\\d/]|[.,]\\d)"
              + "(?:\\s+năm\\s+"
              + YEAR
              + E
              + ")?",
          FLAGS);

  /** Without one of these before it, "1/4" is a part of four. */
  private static final Pattern LEADS_TO_DAY =
      Pattern.compile(
          "(?:\\(|(?:ngày|sáng|trưa|chiều|tối|đêm|hôm|từ|đến|tới|vào|trước|sau|dịp|lễ|và|nay|qua|hai|ba|tư"
              + "|năm|sáu|bảy|nhật),?\\s{1,2})$",
          FLAGS);

  private static final int LONGEST_LEAD = 8;
  private static final Pattern MONTH_ONLY =
      Pattern.compile(
          B + "tháng\\s+" + MONTH + E + "(?:(?:\\s*[/-]\\s*|\\s+năm\\s+)" + YEAR + E + ")?", FLAGS);
  private static final Pattern MONTH_FIGURES =
      Pattern.compile("(?<![\\d/.,])(?<month>0?[1-9]|1[0-2])/" + YEAR + "(?![\\d/])");
  private static final Pattern PART =
      Pattern.compile(
          B
              + "(?:quý\\s+(?<quarter>IV|I{1,3}|[1-4]|một|hai|ba|tư|bốn)"
              + "|(?<first>nửa\\s+đầu|(?<months>\\d{1,2}|ba|sáu|chín)\\s+tháng\\s+đầu)(?=\\s+năm)"
              + "|(?<second>nửa\\s+cuối|nửa\\s+sau|(?:6|sáu)\\s+tháng\\s+cuối)(?=\\s+năm))"
              + E
              + "(?:(?:\\s*[/-]\\s*|\\s+năm\\s+)(?<year>[12]\\d{3})"
              + E
              + "|(?:\\s+của)?\\s+năm(?:\\s+nay)?"
              + E
              + ")?",
          FLAGS);
  private static final Pattern DECADE =
      Pattern.compile(
          B
              + "(?:thập\\s+niên|thập\\s+kỷ|những\\s+năm|các\\s+năm)\\s+(?:của\\s+)?(?<year>1\\d\\d0|20\\d0|[1-9]0)"
              + E,
          FLAGS);
  private static final Pattern YEAR_ONLY =
      Pattern.compile(B + "năm\\s+" + YEAR + "(?![\\p{L}\\p{N}]|[.,]\\d)", FLAGS);

  private static final Map<String, Integer> MONTHS =
      Map.ofEntries(
          entry("giêng", 1),
          entry("một", 1),
          entry("hai", 2),
          entry("ba", 3),
          entry("tư", 4),
          entry("bốn", 4),
          entry("năm", 5),
          entry("sáu", 6),
          entry("bảy", 7),
          entry("tám", 8),
          entry("chín", 9),
          entry("mười", 10),
          entry("mười một", 11),
          entry("mười hai", 12),
          entry("chạp", 12));

  @Override
  public void read(Scan scan) {
    if (scan.hasFigure()) {
      DateScan.addSeasons(scan);
      DateScan.each(ISO, scan, this::days);
      DateScan.each(WORDS, scan, this::days);
      DateScan.each(FIGURES, scan, this::days);
      DateScan.each(SHORT, scan, this::shortDays);
    }
    if (scan.has("quý") || scan.has("nửa") || scan.has("tháng")) {
      DateScan.each(PART, scan, this::part);
      DateScan.each(MONTH_ONLY, scan, this::month);
    }
    if (scan.hasFigure()) {
      readYears(scan);
    }
  }

  private void readYears(Scan scan) {
    DateScan.each(MONTH_FIGURES, scan, this::month);
    DateScan.each(
        DECADE,
        scan,
        (m, s) -> s.add(FactKind.DATE, Dates.decade(m.group("year")), m.start(), m.end()));
    DateScan.each(
        YEAR_ONLY, scan, (m, s) -> s.add(FactKind.DATE, m.group("year"), m.start("year"), m.end()));
  }

  private void shortDays(Matcher matcher, Scan scan) {
    int start = matcher.start();
    String before = scan.text().substring(Math.max(0, start - LONGEST_LEAD), start);
    if (LEADS_TO_DAY.matcher(before).find()) {
      days(matcher, scan);
    }
  }

  private void days(Matcher matcher, Scan scan) {
    DateScan.addDays(matcher, matcher.group("year"), number(matcher.group("month")), scan);
  }

  private void month(Matcher matcher, Scan scan) {
    Dates.month(matcher.group("year"), number(matcher.group("month")))
        .ifPresent(value -> scan.add(FactKind.DATE, value, matcher.start(), matcher.end()));
  }

  private void part(Matcher matcher, Scan scan) {
    @Nullable String year = matcher.group("year");
    @Nullable String quarter = matcher.group("quarter");
    @Nullable String months = matcher.group("months");
    String value =
        quarter != null
            ? Dates.part(year, "Q" + quarter(quarter))
            : matcher.group("second") != null
                ? Dates.part(year, "H2")
                : Dates.firstMonths(year, months == null ? 6 : number(months));
    scan.add(FactKind.DATE, value, matcher.start(), matcher.end());
  }

  private static int quarter(String word) {
    int roman = Roman.value(word.toUpperCase(Locale.ROOT));
    return roman > 0 ? roman : number(word);
  }

  private static int number(String word) {
    Integer value = MONTHS.get(word.toLowerCase(Locale.ROOT).replaceAll("\\s+", " "));
    return value == null ? Integer.parseInt(word) : value;
  }
}
