package io.haidang.models;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A moment after which an answer is worth nothing.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use.
 */
public final class Deadline {

  /** Never passes. */
  public static final Deadline NONE = new Deadline(Clock.systemUTC(), Instant.MAX);

  private final Clock clock;
  private final Instant moment;

  private Deadline(Clock clock, Instant moment) {
    this.clock = clock;
    this.moment = moment;
  }

  /** The moment {@code patience} from now, on {@code clock}. */
  public static Deadline after(Duration patience, Clock clock) {
    return new Deadline(clock, clock.instant().plus(patience));
  }

  public boolean isPassed() {
    return !moment.equals(Instant.MAX) && !clock.instant().isBefore(moment);
  }

  /** The time left, zero when it has passed; empty when it never passes. */
  public Optional<Duration> remaining() {
    if (moment.equals(Instant.MAX)) {
      return Optional.empty();
    }
    Duration left = Duration.between(clock.instant(), moment);
    return Optional.of(left.isNegative() ? Duration.ZERO : left);
  }
}
