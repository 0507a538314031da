package io.haidang.models.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class CircuitBreakerTest {

  private static final class SettableClock extends Clock {

    private Instant now = Instant.EPOCH;

    void advance(Duration step) {
      now = now.plus(step);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private final SettableClock clock = new SettableClock();
  private final CircuitBreaker breaker = new CircuitBreaker(2, Duration.ofSeconds(30), clock);

  @Test
  void pause_fewFailures_isZero() {
    breaker.failed();
    assertThat(breaker.pause()).isZero();
  }

  @Test
  void pause_successBetweenFailures_startsTheCountAnew() {
    breaker.failed();
    breaker.succeeded();
    breaker.failed();
    assertThat(breaker.pause()).isZero();
  }

  @Test
  void pause_enoughFailures_runsDown() {
    breaker.failed();
    breaker.failed();
    assertThat(breaker.pause()).isEqualTo(Duration.ofSeconds(30));
    clock.advance(Duration.ofSeconds(20));
    assertThat(breaker.pause()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void pause_over_letsOneTry() {
    breaker.failed();
    breaker.failed();
    clock.advance(Duration.ofSeconds(30));
    assertThat(breaker.pause()).isZero();
    assertThat(breaker.pause()).isEqualTo(Duration.ofSeconds(30));
    breaker.succeeded();
    assertThat(breaker.pause()).isZero();
  }

  @Test
  void pause_trialFails_beginsAgain() {
    breaker.failed();
    breaker.failed();
    clock.advance(Duration.ofSeconds(30));
    assertThat(breaker.pause()).isZero();
    clock.advance(Duration.ofSeconds(5));
    breaker.failed();
    assertThat(breaker.pause()).isEqualTo(Duration.ofSeconds(30));
  }
}
