package io.haidang.gateway.usage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a provider has answered lately, on all nodes together.
 *
 * @param answeredAt of its last answer; null when there was none
 * @param failedAt of the last call that brought none; null when there was none
 * @param latencyMillis average of its answers within a day; null without any
 */
public record ProviderHealth(
    @Nullable Instant answeredAt, @Nullable Instant failedAt, @Nullable Long latencyMillis) {

  /** Nobody has asked it. */
  public static final ProviderHealth UNKNOWN = new ProviderHealth(null, null, null);

  /** What can be said of it. */
  public enum Status {
    UNKNOWN,
    ANSWERS,
    FAILS
  }

  /** How its last call went. */
  public Status status() {
    if (answeredAt == null && failedAt == null) {
      return Status.UNKNOWN;
    }
    return answeredAt != null && (failedAt == null || answeredAt.isAfter(failedAt))
        ? Status.ANSWERS
        : Status.FAILS;
  }
}
