package io.haidang.gateway.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test moves it; it starts in 2026, in UTC. */
public final class SettableClock extends Clock {

  private volatile Instant now = Instant.parse("2026-03-02T01:02:03.456Z");

  /** Moves on by {@code time}. */
  public synchronized void tick(Duration time) {
    now = now.plus(time);
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
    return Clock.fixed(now, zone);
  }
}
