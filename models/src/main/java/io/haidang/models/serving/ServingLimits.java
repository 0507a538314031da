package io.haidang.models.serving;

import java.time.Duration;

/**
 * How one model is shared.
 *
 * @param slots batches that compute at the same time, one thread each, 1 to 64
 * @param reserved further slots that only interactive calls may take, 0 to 64
 * @param waiting most texts that may wait, for each priority, 1 or more; a call that finds nobody
 *     waiting may bring more
 * @param interactiveRows most decoder rows in an interactive batch, 1 or more
 * @param bulkRows most decoder rows in a bulk batch, 1 or more; what an interactive text has to
 *     wait for is one step of such a batch
 * @param linger how long a text waits for company while others are being served, 0 to 10 ms
 * @param longestPause after which a bulk batch makes a step although interactive texts are being
 *     served, more than 0
 */
public record ServingLimits(
    int slots,
    int reserved,
    int waiting,
    int interactiveRows,
    int bulkRows,
    Duration linger,
    Duration longestPause) {

  private static final Duration LONGEST_LINGER = Duration.ofMillis(10);

  public ServingLimits {
    check(slots >= 1 && slots <= 64, "slots", slots, "1-64");
    check(reserved >= 0 && reserved <= 64, "reserved", reserved, "0-64");
    check(waiting >= 1, "waiting", waiting, "1 or more");
    check(interactiveRows >= 1, "interactive.rows", interactiveRows, "1 or more");
    check(bulkRows >= 1, "bulk.rows", bulkRows, "1 or more");
    check(
        !linger.isNegative() && linger.compareTo(LONGEST_LINGER) <= 0,
        "linger",
        linger,
        "0 to 10 ms");
    check(
        !longestPause.isNegative() && !longestPause.isZero(),
        "longest.pause",
        longestPause,
        "more than 0");
  }

  /** Small bulk batches, one slot kept for interactive calls, and 2 ms of linger. */
  public static ServingLimits of(int slots) {
    return new ServingLimits(slots, 1, 4096, 64, 32, Duration.ofMillis(2), Duration.ofMillis(100));
  }

  /** Threads that a scheduler needs. */
  int threads() {
    return slots + reserved;
  }

  private static void check(boolean ok, String name, Object value, String expected) {
    if (!ok) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: " + expected + ")");
    }
  }
}
