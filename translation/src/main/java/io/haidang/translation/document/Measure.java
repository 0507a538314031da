package io.haidang.translation.document;

/**
 * How much of its room a text takes, counted as the checks count.
 *
 * @param id what is counted: {@code characters}, {@code lines}, {@code line-length} (characters of
 *     the longest line), {@code reading-speed} (characters a second), {@code duration}
 *     (milliseconds that it is shown), or what else an owner of limits counts
 * @param value as counted
 * @param advised the most before a person should look at it; {@link #NO_LIMIT} for any
 * @param most that is allowed, {@code advised} or more; {@link #NO_LIMIT} for any
 */
public record Measure(String id, double value, double advised, double most) {

  /** There is room for any amount. */
  public static final double NO_LIMIT = Double.POSITIVE_INFINITY;

  public Measure {
    if (!(value >= 0) || !(advised <= most)) {
      throw new IllegalArgumentException(
          id + ": " + value + " of " + advised + ", " + most + " (expected: in growing order)");
    }
  }

  /** Of what has one limit. */
  public static Measure of(String id, double value, double most) {
    return new Measure(id, value, most, most);
  }

  /** Of what has none. */
  public static Measure free(String id, double value) {
    return of(id, value, NO_LIMIT);
  }

  public boolean isLimited() {
    return most < NO_LIMIT;
  }

  /** Whether a person should look at it. */
  public boolean isHigh() {
    return value > advised;
  }

  /** Whether it cannot stay so. */
  public boolean isTooMuch() {
    return value > most;
  }
}
