package io.haidang.translation.fact;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times of day: "8h30", "14 giờ 30 phút", "8:30 p.m.". Immutable. */
final class TimeReader implements FactReader {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final String HALF =
      "(?:\\s*(?<half>a\\.?m\\b\\.?|p\\.?m\\b\\.?|sáng|trưa|chiều|tối|đêm|o'clock))";
  private static final Pattern CLOCK =
      Pattern.compile(
          "(?<![\\d.,:/])(?<hour>[01]?\\d|2[0-4])(?::|h|\\s+giờ\\s+|\\s+giờ)(?<minute>[0-5]\\d)(?![\\d:]|[.,]\\d)(?:\\s+phút)?"
              + HALF
              + "?",
          FLAGS);
  private static final Pattern DOTTED =
      Pattern.compile(
          "(?<![\\d.,:/])(?<hour>[01]?\\d|2[0-4])(?:\\.(?<minute>[0-5]\\d))?"
              + "\\s*(?<half>a\\.?m\\b\\.?|p\\.?m\\b\\.?)",
          FLAGS);
  private static final Pattern HOUR =
      Pattern.compile(
          "(?<![\\d.,:/])(?<hour>[01]?\\d|2[0-4])(?:h(?![\\p{L}\\d])|\\s+giờ\\s*(?=sáng|trưa|chiều|tối|đêm))(?<minute>)"
              + HALF
              + "?",
          FLAGS);
  private static final Pattern AT_HOUR =
      Pattern.compile(
          "(?<=(?:lúc|vào|từ|đến|tới|hồi)\\s{1,2})(?<hour>[01]?\\d|2[0-4])\\s+giờ(?!\\s+đồng)(?<minute>)(?<half>)",
          FLAGS);

  @Override
  public void read(Scan scan) {
    if (!scan.hasFigure()) {
      return;
    }
    DateScan.each(CLOCK, scan, TimeReader::add);
    DateScan.each(DOTTED, scan, TimeReader::add);
    DateScan.each(HOUR, scan, TimeReader::add);
    DateScan.each(AT_HOUR, scan, TimeReader::add);
  }

  private static void add(Matcher matcher, Scan scan) {
    @Nullable String minute = matcher.group("minute");
    int hour = Integer.parseInt(matcher.group("hour"));
    String value =
        String.format(
            "%02d:%s",
            hour(hour, matcher.group("half")), minute == null || minute.isEmpty() ? "00" : minute);
    scan.add(FactKind.TIME, value, matcher.start(), matcher.end());
  }

  private static int hour(int hour, @Nullable String half) {
    if (half == null || half.isEmpty()) {
      return hour;
    }
    return switch (half.substring(0, 1).toLowerCase(Locale.ROOT)) {
      case "a" -> hour % 12;
      case "p" -> hour % 12 + 12;
      case "c", "t" -> hour < 12 ? hour + 12 : hour;
      default -> hour; // "sáng" says nothing new, and "đêm" is on both sides of midnight.
    };
  }
}
