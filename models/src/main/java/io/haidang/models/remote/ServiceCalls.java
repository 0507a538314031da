package io.haidang.models.remote;

import io.haidang.models.CallContext;
import io.haidang.models.ModelException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Calls to one service: so many at a time, none while it is left alone after failures, each of them
 * in the books however it ends. Thread-safe.
 */
final class ServiceCalls {

  private static final int FAILURES_TO_OPEN = 5;
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final RemoteService service;
  private final CallBooks books;
  private final CircuitBreaker breaker;
  private final CallSlots slots;

  ServiceCalls(RemoteService service, UsageRecorder usage, Clock clock) {
    this.service = service;
    this.books = new CallBooks(service, usage);
    this.breaker = new CircuitBreaker(FAILURES_TO_OPEN, PAUSE, clock);
    this.slots = new CallSlots(service.concurrency());
  }

  /**
   * What came of a call, and what it used.
   *
   * @param inputTokens 0 when the service does not tell, or does not count them
   * @param outputTokens likewise
   */
  record Answered<T>(T value, long inputTokens, long outputTokens, long costMicros) {}

  /** Waits for a free place, then makes the call. */
  <T> T make(CallContext call, Supplier<Answered<T>> work) {
    return slots.during(call, () -> makeNow(call, work));
  }

  private <T> T makeNow(CallContext call, Supplier<Answered<T>> work) {
    requireClosedCircuit();
    long start = System.nanoTime();
    try {
      Answered<T> answered = work.get();
      breaker.succeeded();
      books.answered(answered, call, millisSince(start));
      return answered.value();
    } catch (RuntimeException e) {
      long waited = millisSince(start);
      ModelException failure = Failures.of(e, service, call, waited);
      if (failure instanceof ModelException.Unavailable) {
        breaker.failed();
      }
      books.failed(failure, call, waited);
      throw failure;
    }
  }

  private static long millisSince(long start) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  private void requireClosedCircuit() {
    Duration pause = breaker.pause();
    if (!pause.isZero()) {
      throw new ModelException.Overloaded(
          "provider "
              + service.name()
              + ": left alone after "
              + FAILURES_TO_OPEN
              + " failures (expected: answers)",
          pause);
    }
  }
}
