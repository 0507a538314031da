package io.haidang.models.remote;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Spares a provider that keeps failing, and us the waiting: after some failures in a row nothing is
 * sent for a while, then one call tries (Nygard, Release It!, 2007).
 *
 * <p><b>Thread-safety:</b> safe for concurrent use.
 */
final class CircuitBreaker {

  private final int failuresToOpen;
  private final Duration pause;
  private final Clock clock;
  private int failures;
  private Instant openUntil = Instant.MIN;

  CircuitBreaker(int failuresToOpen, Duration pause, Clock clock) {
    this.failuresToOpen = failuresToOpen;
    this.pause = pause;
    this.clock = clock;
  }

  /**
   * How long to stay away, zero when a call may be made. After a pause the first caller gets zero,
   * the others have to wait for what it finds.
   */
  synchronized Duration pause() {
    if (failures < failuresToOpen) {
      return Duration.ZERO;
    }
    Instant now = clock.instant();
    if (now.isBefore(openUntil)) {
      return Duration.between(now, openUntil);
    }
    openUntil = now.plus(pause);
    return Duration.ZERO;
  }

  synchronized void succeeded() {
    failures = 0;
  }

  synchronized void failed() {
    failures++;
    if (failures >= failuresToOpen) {
      openUntil = clock.instant().plus(pause);
    }
  }
}
