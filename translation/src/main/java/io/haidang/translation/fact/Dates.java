package io.haidang.translation.fact;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How dates are written in the value of a fact; see {@link FactKind#DATE}. */
final class Dates {

  private Dates() {}

  /** Empty when there is no such day. */
  static Optional<String> day(@Nullable String year, int month, int day) {
    // Of a year that is not known, 29 February may be right.
    int some = year == null ? 2000 : Integer.parseInt(year);
    try {
      LocalDate date = LocalDate.of(some, month, day);
      return Optional.of(year == null ? "-" + date.toString().substring(4) : date.toString());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Empty when there is no such month. */
  static Optional<String> month(@Nullable String year, int month) {
    if (month < 1 || month > 12) {
      return Optional.empty();
    }
    return Optional.of(
        year == null
            ? String.format("--%02d", month)
            : YearMonth.of(Integer.parseInt(year), month).toString());
  }

  /** A part of a year: {@code Q2}, {@code H1}, {@code M9}. */
  static String part(@Nullable String year, String part) {
    return (year == null ? "-" : year) + "-" + part;
  }

  /** The first {@code months} of a year; three of them are its first quarter. */
  static String firstMonths(@Nullable String year, int months) {
    return part(year, months == 3 ? "Q1" : months == 6 ? "H1" : "M" + months);
  }

  static String decade(String year) {
    String full = year.length() == 2 ? "19" + year : year;
    return full.substring(0, 3) + "X";
  }

  /**
   * Whether {@code known} tells {@code stated}: the same, or a day of that month or year, or with a
   * year where {@code stated} has none.
   */
  static boolean tells(String known, String stated) {
    if (known.equals(stated)) {
      return true;
    }
    if (stated.startsWith("---")) {
      return known.endsWith(stated.substring(2)) && known.length() >= 7;
    }
    if (stated.startsWith("--")) {
      String tail = stated.substring(1);
      String rest = known.startsWith("--") ? known.substring(1) : afterYear(known);
      return rest.equals(tail) || rest.startsWith(tail + "-");
    }
    if (stated.endsWith("X")) {
      return known.startsWith(stated.substring(0, 3)) && known.length() >= 4;
    }
    return known.startsWith(stated + "-");
  }

  private static String afterYear(String known) {
    int dash = known.indexOf('-');
    return dash == 4 ? known.substring(4) : "";
  }

  /** The year that it says, or empty. */
  static String year(String value) {
    return value.matches("\\d{4}(?:-.*)?") ? value.substring(0, 4) : "";
  }

  /** The same without its year. */
  static String withoutYear(String value) {
    return year(value).isEmpty() ? value : value.length() == 4 ? "" : "-" + value.substring(4);
  }
}
