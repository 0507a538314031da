package io.haidang.translation.fact;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** "12 May 2026", "May 12-15", "2026-05-12", "second quarter of 2026". Immutable. */
final class EnglishDates implements FactReader {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE;
  private static final String B = "(?<![\\p{L}\\p{N}])";
  private static final String E = "(?![\\p{L}\\p{N}])";
  private static final String DAY = "\\d{1,2}(?:st|nd|rd|th)?";
  private static final String JOIN = "\\s*(?:,|-|–|and|to|or|through|until)\\s*(?:the\\s+)?";
  private static final String DAYS = "(?<days>" + DAY + "(?:" + JOIN + DAY + "){0,8})";
  private static final String YEAR = "(?<year>[12]\\d{3})" + E;
  private static final String MONTH =
      "(?<month>January|February|March|April|May|June|July|August|September|October|November"
          + "|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)(?:\\.|(?!\\p{L})))";
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private static final Pattern ISO =
      Pattern.compile("(?<!\\d)(?<year>[12]\\d{3})-(?<month>\\d{2})-(?<days>\\d{2})(?!\\d)");
  private static final Pattern DAY_MONTH =
      Pattern.compile(
          B + DAYS + "\\s+(?:of\\s+)?" + MONTH + "(?!\\p{L})(?:,?\\s+(?:of\\s+)?" + YEAR + ")?",
          FLAGS);
  private static final Pattern MONTH_DAY =
      Pattern.compile(
          B
              + MONTH
              + "\\s+(?:the\\s+)?(?<days>"
              + DAY
              + E
              + "(?:"
              + JOIN
              + DAY
              + E
              + "(?!\\s+\\p{L})){0,8})(?:,?\\s+"
              + YEAR
              + ")?",
          FLAGS);
  private static final Pattern FIGURES =
      Pattern.compile(
          "(?<![\\d/.,])(?<days>\\d{1,2})(?<sign>[/.-])(?<month>\\d{1,2})\\k<sign>"
              + YEAR
              + "(?![\\d/])");
  private static final Pattern MONTH_YEAR =
      Pattern.compile(B + MONTH + "(?:,?\\s+(?:of\\s+)?|[-/])" + YEAR, FLAGS);
  private static final Pattern MONTH_FIGURES =
      Pattern.compile("(?<![\\d/.,])(?<month>0?[1-9]|1[0-2])/" + YEAR + "(?![\\d/])");

  /** "May" and "March" are also other words: only with a capital, and rather behind these. */
  private static final Pattern MONTH_ONLY = Pattern.compile(B + MONTH + E);

  private static final Pattern LEADS_TO_MONTH =
      Pattern.compile(
          "(?i)\\b(?:in|of|since|by|from|until|till|to|early|late|mid|mid-|last|next|this|during|through|and|between|each|every|before|after)[\\s-]+$");
  private static final Pattern PART =
      Pattern.compile(
          B
              + "(?:the\\s+)?(?:Q(?<q>[1-4])|(?<quarter>first|second|third|fourth|1st|2nd|3rd|4th)[\\s-]quarter"
              + "|(?<first>first\\s+half|first\\s+(?:(?<months>\\d{1,2}|three|six|nine)\\s+months))"
              + "|(?<second>second\\s+half|last\\s+half|last\\s+(?:six|6)\\s+months))"
              + E
              + "(?:(?:(?:\\s*,)?\\s+(?:of\\s+)?|[/-])"
              + YEAR
              + "|\\s+of\\s+(?:the|this)\\s+year\\b)?",
          FLAGS);
  private static final Pattern DECADE =
      Pattern.compile("(?<![\\p{L}\\p{N}])['’]?(?<year>1\\d\\d0|20\\d0|[1-9]0)['’]?s" + E);

  private static final Map<String, Integer> ORDER =
      Map.ofEntries(
          Map.entry("first", 1),
          Map.entry("1st", 1),
          Map.entry("second", 2),
          Map.entry("2nd", 2),
          Map.entry("third", 3),
          Map.entry("3rd", 3),
          Map.entry("three", 3),
          Map.entry("fourth", 4),
          Map.entry("4th", 4),
          Map.entry("six", 6),
          Map.entry("nine", 9));

  private final boolean monthFirst;

  /**
   * @param monthFirst whether 5/12/2026 is a day in May, as in the United States
   */
  EnglishDates(boolean monthFirst) {
    this.monthFirst = monthFirst;
  }

  @Override
  public void read(Scan scan) {
    if (scan.hasFigure()) {
      readDays(scan);
    }
    DateScan.each(PART, scan, EnglishDates::part);
    if (scan.hasFigure()) {
      DateScan.each(MONTH_YEAR, scan, (m, s) -> month(m, m.group("year"), true, s));
    }
    DateScan.each(MONTH_ONLY, scan, (m, s) -> month(m, null, isMonth(m, s.text()), s));
    if (scan.hasFigure()) {
      DateScan.each(MONTH_FIGURES, scan, EnglishDates::monthFigures);
      DateScan.each(
          DECADE,
          scan,
          (m, s) -> s.add(FactKind.DATE, Dates.decade(m.group("year")), m.start(), m.end()));
    }
  }

  private void readDays(Scan scan) {
    DateScan.addSeasons(scan);
    DateScan.each(
        ISO,
        scan,
        (m, s) -> DateScan.addDays(m, m.group("year"), Integer.parseInt(m.group("month")), s));
    DateScan.each(DAY_MONTH, scan, EnglishDates::days);
    DateScan.each(MONTH_DAY, scan, EnglishDates::days);
    DateScan.each(FIGURES, scan, this::figures);
  }

  private static void days(Matcher matcher, Scan scan) {
    DateScan.addDays(matcher, matcher.group("year"), number(matcher.group("month")), scan);
  }

  private static int number(String month) {
    return MONTHS.indexOf(month.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
  }

  private void figures(Matcher matcher, Scan scan) {
    int first = Integer.parseInt(matcher.group("days"));
    int second = Integer.parseInt(matcher.group("month"));
    boolean swap = (monthFirst && first <= 12) || second > 12;
    Dates.day(matcher.group("year"), swap ? first : second, swap ? second : first)
        .ifPresent(day -> scan.add(FactKind.DATE, day, matcher.start(), matcher.end()));
  }

  private static void monthFigures(Matcher matcher, Scan scan) {
    Dates.month(matcher.group("year"), Integer.parseInt(matcher.group("month")))
        .ifPresent(month -> scan.add(FactKind.DATE, month, matcher.start(), matcher.end()));
  }

  private static void month(Matcher matcher, @Nullable String year, boolean firm, Scan scan) {
    int number = number(matcher.group("month"));
    Dates.month(year, number)
        .ifPresent(
            month ->
                scan.add(
                    FactKind.DATE, month, Precision.EXACT, firm, matcher.start(), matcher.end()));
  }

  private static boolean isMonth(Matcher matcher, String text) {
    String month = matcher.group("month");
    return !(month.equals("May") || month.equals("March"))
        || LEADS_TO_MONTH
            .matcher(text.substring(Math.max(0, matcher.start() - 12), matcher.start()))
            .find();
  }

  private static void part(Matcher matcher, Scan scan) {
    @Nullable String year = matcher.group("year");
    @Nullable String figure = matcher.group("q");
    @Nullable String quarter = matcher.group("quarter");
    @Nullable String months = matcher.group("months");
    String value;
    if (figure != null) {
      value = Dates.part(year, "Q" + figure);
    } else if (quarter != null) {
      value = Dates.part(year, "Q" + order(quarter));
    } else if (matcher.group("second") != null) {
      value = Dates.part(year, "H2");
    } else {
      value = Dates.firstMonths(year, months == null ? 6 : order(months));
    }
    // Half of a match or of a way is no part of a year: read, never demanded.
    boolean firm =
        figure != null || months != null || year != null || matcher.group().contains("year");
    scan.add(FactKind.DATE, value, Precision.EXACT, firm, matcher.start(), matcher.end());
  }

  private static int order(String word) {
    Integer order = ORDER.get(word.toLowerCase(Locale.ROOT));
    return order == null ? Integer.parseInt(word) : order;
  }
}
