package io.haidang.gateway.webhook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a receiver did with a message.
 *
 * @param status of the answer; null when there was none
 * @param retryAfter what the receiver asked for; zero when nothing
 */
record Receipt(Outcome outcome, @Nullable Integer status, long millis, Duration retryAfter) {

  static final int GONE = 410;

  /** How an answer with {@code status} is to be understood. */
  static Outcome outcome(int status) {
    if (status >= 200 && status < 300) {
      return Outcome.DELIVERED;
    }
    if (status >= 300 && status < 400) {
      return Outcome.REDIRECTED;
    }
    return status == GONE ? Outcome.GONE : Outcome.REFUSED;
  }

  boolean isDelivered() {
    return outcome == Outcome.DELIVERED;
  }
}
