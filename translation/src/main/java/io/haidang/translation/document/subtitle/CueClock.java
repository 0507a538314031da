package io.haidang.translation.document.subtitle;

import io.haidang.translation.document.inplace.Damage;
import io.haidang.translation.document.inplace.FileLine;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads and writes the line that says when a cue is shown; comma and point are read alike. */
final class CueClock {

  static final String ARROW = "-->";

  private static final String TIME = "(-?)(?:(\\d{1,4}):)?(\\d{1,3}):(\\d{1,3})(?:[.,](\\d{1,3}))?";
  private static final Pattern LINE =
      Pattern.compile("\\s*" + TIME + "\\s*-->\\s*" + TIME + "(?:\\s.*)?");

  private CueClock() {}

  /**
   * @throws io.haidang.translation.document.DocumentException when a time is no time, negative, or
   *     before its start
   */
  static CueTime read(FileLine line) {
    Matcher matcher = LINE.matcher(line.text());
    if (!matcher.matches()) {
      throw Damage.inLine(line.number(), "not a time", "hh:mm:ss.mmm --> hh:mm:ss.mmm");
    }
    long start = millis(matcher, 1, line);
    long end = millis(matcher, 6, line);
    if (end < start) {
      throw Damage.inLine(line.number(), "a cue that ends before it starts", "start, then end");
    }
    return new CueTime(start, end);
  }

  private static long millis(Matcher matcher, int group, FileLine line) {
    if (!matcher.group(group).isEmpty()) {
      throw Damage.inLine(line.number(), "a negative time", "times from 00:00:00.000");
    }
    int minutes = number(matcher.group(group + 2));
    int seconds = number(matcher.group(group + 3));
    if (minutes > 59 || seconds > 59) {
      throw Damage.inLine(line.number(), "more than 59", "minutes and seconds from 00 to 59");
    }
    String fraction = matcher.group(group + 4);
    long thousandths = fraction == null ? 0 : number((fraction + "00").substring(0, 3));
    return ((number(matcher.group(group + 1)) * 60L + minutes) * 60 + seconds) * 1000 + thousandths;
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  /** Both times, with {@code point} before the milliseconds. */
  static String write(CueTime time, char point) {
    return write(time.start(), point) + " " + ARROW + " " + write(time.end(), point);
  }

  private static String write(long millis, char point) {
    return String.format(
        Locale.ROOT,
        "%02d:%02d:%02d%c%03d",
        millis / 3_600_000,
        millis / 60_000 % 60,
        millis / 1000 % 60,
        point,
        millis % 1000);
  }
}
