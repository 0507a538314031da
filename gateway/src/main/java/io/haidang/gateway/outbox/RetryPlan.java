package io.haidang.gateway.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * When a message that was not taken is tried again: soon, and then less and less often, over two
 * days. Each pause is a fifth shorter or longer by chance, so that what failed together does not
 * come again together. Immutable.
 *
 * @param pauses after the first try that failed, the second, and so on; after one more it is given
 *     up
 * @param chance from 0 to 1
 */
public record RetryPlan(List<Duration> pauses, DoubleSupplier chance) {

  /** Nine of them, from seconds to most of a day. */
  public static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20));

  /** A receiver that comes back is noticed within that time, whichever message waits. */
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(5);

  private static final Duration MOST_ASKED = Duration.ofHours(24);
  private static final double SPREAD = 0.2;

  /** {@link #PAUSES}, and real chance. */
  public static RetryPlan usual() {
    return new RetryPlan(PAUSES, () -> ThreadLocalRandom.current().nextDouble());
  }

  /**
   * The pause of a message; empty when it is time to give up.
   *
   * @param tries that failed, 1 or more
   * @param asked by the receiver
   */
  public Optional<Duration> afterTry(int tries, Duration asked) {
    if (tries > pauses.size()) {
      return Optional.empty();
    }
    Duration pause = spread(pauses.get(tries - 1));
    Duration granted = asked.compareTo(MOST_ASKED) > 0 ? MOST_ASKED : asked;
    return Optional.of(pause.compareTo(granted) > 0 ? pause : granted);
  }

  /**
   * The pause of a receiver, whatever else waits for it.
   *
   * @param failures in a row, 1 or more
   */
  public Duration ofReceiver(int failures) {
    Duration pause = pauses.get(Math.min(failures, pauses.size()) - 1);
    return spread(pause.compareTo(LONGEST_SILENCE) > 0 ? LONGEST_SILENCE : pause);
  }

  private Duration spread(Duration pause) {
    double factor = 1 + SPREAD * (2 * chance.getAsDouble() - 1);
    return Duration.ofMillis(Math.round(pause.toMillis() * factor));
  }
}
