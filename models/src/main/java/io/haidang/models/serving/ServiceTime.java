package io.haidang.models.serving;

import java.time.Duration;

/** A running mean of the time that a text takes, and what follows for those turned away. */
final class ServiceTime {

  private static final double NEWEST = 0.2;
  private static final Duration LEAST = Duration.ofSeconds(1);
  private static final Duration MOST = Duration.ofMinutes(10);

  private double nanosPerText;

  void add(long nanos, int texts) {
    double sample = (double) nanos / texts;
    nanosPerText = nanosPerText == 0 ? sample : nanosPerText + NEWEST * (sample - nanosPerText);
  }

  /** When {@code texts} will have left, in whole seconds; a second when nothing is measured yet. */
  Duration until(int texts, int slots) {
    long seconds = (long) Math.ceil(texts * nanosPerText / slots / 1e9);
    Duration estimate = Duration.ofSeconds(seconds);
    return estimate.compareTo(LEAST) < 0 ? LEAST : estimate.compareTo(MOST) > 0 ? MOST : estimate;
  }
}
