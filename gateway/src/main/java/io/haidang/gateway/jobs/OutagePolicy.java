package io.haidang.gateway.jobs;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a job waits for an engine that is busy or away. That is nobody's fault and may take
 * hours, so it is not counted in tries: each pause is half as long as the waiting so far, and never
 * shorter than the engine asked for. Immutable.
 *
 * @param shortest pause, more than nothing
 */
record OutagePolicy(Duration shortest) {

  static final Duration LONGEST = Duration.ofMinutes(10);
  static final Duration PATIENCE = Duration.ofHours(24);

  /**
   * The pause before the next try; empty when it is time to give up.
   *
   * @param waited since the first try that failed
   * @param asked by the engine; may be longer than {@link #LONGEST}
   */
  Optional<Duration> pause(Duration waited, Duration asked) {
    if (waited.compareTo(PATIENCE) >= 0) {
      return Optional.empty();
    }
    Duration grown = min(max(waited.dividedBy(2), shortest), LONGEST);
    return Optional.of(max(grown, asked));
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Duration max(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
