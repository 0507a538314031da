package io.haidang.models.remote;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Reads the header of that name (RFC 9110, 10.2.3): seconds or a date. */
final class RetryAfter {

  private static final Duration LONGEST = Duration.ofHours(1);

  private RetryAfter() {}

  /** The pause asked for, zero to one hour; null when it cannot be read. */
  static @Nullable Duration parse(String value, Clock clock) {
    try {
      Duration pause =
          value.matches("\\d{1,9}")
              ? Duration.ofSeconds(Long.parseLong(value))
              : Duration.between(
                  clock.instant(),
                  ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
      if (pause.isNegative()) {
        return Duration.ZERO;
      }
      return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    } catch (DateTimeException e) {
      return null; // A pause that nobody can read is no pause.
    }
  }
}
