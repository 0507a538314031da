package io.haidang.translation.fact;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the readers of dates share. */
final class DateScan {

  private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");

  private DateScan() {}

  private static final Pattern SEASON =
      Pattern.compile("(?<![\\d.,/-])([12]\\d{3})[-–/](\\d{2})(?![\\d/-])");

  /** Reads one match of a pattern. */
  interface Reading {
    void read(Matcher matcher, Scan scan);
  }

  /** Every match in a place that is not taken. */
  static void each(Pattern pattern, Scan scan, Reading reading) {
    Matcher matcher = pattern.matcher(scan.text());
    while (matcher.find()) {
      if (scan.isFree(matcher.start(), matcher.end())) {
        reading.read(matcher, scan);
      }
    }
  }

  /** "1995-96": two years, of which the second is written short. */
  static void addSeasons(Scan scan) {
    each(
        SEASON,
        scan,
        (m, s) -> {
          int next = Integer.parseInt(m.group(1)) + 1;
          if (next % 100 == Integer.parseInt(m.group(2))) {
            s.add(FactKind.DATE, m.group(1), m.start(1), m.end(1));
            s.add(FactKind.DATE, Integer.toString(next), m.start(2), m.end(2));
          }
        });
  }

  /**
   * Each day of the group {@code days}, a list or a range, with the month and the year of the last.
   * Takes the whole match, unless there is no such month.
   */
  static void addDays(Matcher matcher, @Nullable String year, int month, Scan scan) {
    if (Dates.month(year, month).isEmpty()) {
      return;
    }
    Matcher days = NUMBER.matcher(matcher.group("days"));
    int base = matcher.start("days");
    while (days.find()) {
      int start = base + days.start();
      boolean last = base + days.end() == matcher.end("days");
      int end = last ? matcher.end() : base + days.end();
      Dates.day(year, month, Integer.parseInt(days.group()))
          .ifPresent(day -> scan.note(FactKind.DATE, day, Precision.EXACT, true, start, end));
    }
    scan.take(matcher.start(), matcher.end());
  }
}
