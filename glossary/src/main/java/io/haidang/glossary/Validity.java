package io.haidang.glossary;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days on which a name is official.
 *
 * @param from first day, or null when it has always been
 * @param to last day, or null when no end is known
 */
public record Validity(@Nullable LocalDate from, @Nullable LocalDate to) {

  /** Without a beginning and without an end. */
  public static final Validity ALWAYS = new Validity(null, null);

  public Validity {
    if (from != null && to != null && to.isBefore(from)) {
      throw new IllegalArgumentException(
          "validity: " + from + " to " + to + " (expected: the last day not before the first)");
    }
  }

  /** Whether the name is official on {@code day}. */
  public boolean contains(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }
}
