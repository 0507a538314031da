package io.haidang.gateway.limit;

/**
 * Counts what happened within the last minute, to the second: of any minute, never more than the
 * limit is let through. Not thread-safe.
 */
final class RateWindow {

  private static final int SECONDS = 60;

  private final int[] counts = new int[SECONDS];
  private long newest;
  private int sum;

  /**
   * Counts one more, unless that would be too much.
   *
   * @param second of a clock
   * @param most within a minute, 1 or more
   * @return 0 when it was counted, else the seconds after which it may be
   */
  int take(long second, int most) {
    forget(second);
    if (sum < most) {
      counts[place(newest)]++;
      sum++;
      return 0;
    }
    return untilRoom(most);
  }

  /** A clock that is set back must not open the door: then time stands still. */
  private void forget(long second) {
    long steps = Math.min(SECONDS, second - newest);
    for (long step = 1; step <= steps; step++) {
      int oldest = place(second - steps + step);
      sum -= counts[oldest];
      counts[oldest] = 0;
    }
    newest = Math.max(newest, second);
  }

  private int untilRoom(int most) {
    int left = sum;
    for (int age = SECONDS - 1; age >= 0; age--) {
      left -= counts[place(newest - age)];
      if (left < most) {
        return SECONDS - age;
      }
    }
    return SECONDS;
  }

  private static int place(long second) {
    return Math.floorMod(second, SECONDS);
  }
}
