package io.haidang.gateway.retention;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long something is kept after its last change.
 *
 * @param days 1 to {@value #MOST}, or null for ever
 */
public record Period(@Nullable Integer days) {

  /** A hundred years. */
  public static final int MOST = 36_500;

  /** Nothing is deleted. */
  public static final Period FOR_EVER = new Period(null);

  private static final String NEVER = "never";

  public Period {
    if (days != null && (days < 1 || days > MOST)) {
      throw unfit(days.toString());
    }
  }

  /**
   * What somebody has typed: a number of days, or {@code never} (or nothing) for ever.
   *
   * @throws GatewayException {@code invalid-request}
   */
  public static Period parse(String text) {
    String typed = text.strip();
    if (typed.isEmpty() || typed.equals(NEVER)) {
      return FOR_EVER;
    }
    if (!typed.matches("[0-9]{1,6}")) {
      throw unfit("no number");
    }
    return new Period(Integer.valueOf(typed));
  }

  private static GatewayException unfit(String given) {
    return new GatewayException(
        ErrorCode.INVALID_REQUEST,
        "days: " + given + " (expected: 1 to " + MOST + ", or " + NEVER + ")");
  }

  public boolean isForEver() {
    return days == null;
  }

  /** When it is over for what was last changed then; null for never. */
  @Nullable Instant end(Instant lastChange) {
    return days == null ? null : lastChange.plus(Duration.ofDays(days));
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return days == null ? NEVER : days.toString();
  }
}
