package io.haidang.gateway.web.kit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day as people here type it, 28/02/2025, whatever language the browser speaks: its own field for
 * dates shows the order of its own country, in which 02/03 is another day.
 */
public final class DayField {

  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);

  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})\\s*[/.-]\\s*(\\d{1,2})\\s*[/.-]\\s*(\\d{4})");

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private static final Pattern MOMENT = Pattern.compile("(.*\\S)\\s+(\\d{1,2})[:.h](\\d{2})");

  private DayField() {}

  /** The day in a field. */
  public static String write(LocalDate day) {
    return WRITTEN.format(day);
  }

  /**
   * The day that was typed: day, month and year with slashes, dots or hyphens between, or as ISO
   * 8601 has it.
   *
   * @throws DateTimeException when it is none
   */
  public static LocalDate read(String typed) {
    String text = typed.strip();
    Matcher parts = DAY_FIRST.matcher(text);
    return parts.matches()
        ? LocalDate.of(number(parts, 3), number(parts, 2), number(parts, 1))
        : LocalDate.parse(text);
  }

  /** Day and time in a field, such as {@code 02/03/2026 08:00}. */
  public static String write(LocalDateTime moment) {
    return write(moment.toLocalDate()) + " " + TIME.format(moment);
  }

  /**
   * The day and time that were typed: a day as {@link #read} takes it, a space, hours and minutes
   * with a colon, a dot or an h between; or as ISO 8601 has it.
   *
   * @throws DateTimeException when it is none
   */
  public static LocalDateTime readMoment(String typed) {
    String text = typed.strip();
    Matcher parts = MOMENT.matcher(text);
    return parts.matches()
        ? read(parts.group(1)).atTime(number(parts, 2), number(parts, 3))
        : LocalDateTime.parse(text);
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }
}
