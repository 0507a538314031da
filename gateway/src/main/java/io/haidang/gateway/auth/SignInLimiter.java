package io.haidang.gateway.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Slows down guessing: ten failures for a name within a quarter of an hour, then it waits. */
final class SignInLimiter {

  private static final int FAILURES = 10;
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int NAMES = 10_000;

  private final Cache<String, AtomicInteger> failures;
  private final LongAdder refused = new LongAdder();

  SignInLimiter(Clock clock) {
    failures =
        Caffeine.newBuilder()
            .maximumSize(NAMES)
            .expireAfterWrite(WINDOW)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build();
  }

  void requireFree(String login) {
    AtomicInteger count = failures.getIfPresent(login);
    if (count != null && count.get() >= FAILURES) {
      refused.increment();
      throw new GatewayException(
          ErrorCode.TOO_MANY_REQUESTS, "sign-in: too many failures (expected: wait 15 minutes)");
    }
  }

  /** Sign-ins that were refused since the start. */
  long refused() {
    return refused.sum();
  }

  void failed(String login) {
    refused.increment();
    failures.get(login, name -> new AtomicInteger()).incrementAndGet();
  }

  void succeeded(String login) {
    failures.invalidate(login);
  }
}
