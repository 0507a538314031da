package io.haidang.gateway.auth;

import org.jspecify.annotations.Nullable;

/**
 * What one key may take; an administrator sets it.
 *
 * @param requestsPerMinute 1 or more; null for no limit
 * @param charactersPerMonth that are translated, 0 or more; null for no limit
 * @param documentsPerMonth that are handed in, 0 or more; null for no limit
 * @param concurrent requests that are under way at the same time, 1 or more
 */
public record KeyLimits(
    @Nullable Integer requestsPerMinute,
    @Nullable Long charactersPerMonth,
    @Nullable Long documentsPerMonth,
    int concurrent) {

  /** Lets a portal render a page with a hundred texts, and another at the same time. */
  public static final KeyLimits DEFAULT = new KeyLimits(null, null, null, 256);

  public KeyLimits {
    check(requestsPerMinute == null || requestsPerMinute >= 1, "requestsPerMinute", "1 or more");
    check(charactersPerMonth == null || charactersPerMonth >= 0, "charactersPerMonth", "0 or more");
    check(documentsPerMonth == null || documentsPerMonth >= 0, "documentsPerMonth", "0 or more");
    check(concurrent >= 1, "concurrent", "1 or more");
  }

  private static void check(boolean right, String name, String expected) {
    if (!right) {
      throw new IllegalArgumentException(name + ": out of range (expected: " + expected + ")");
    }
  }
}
