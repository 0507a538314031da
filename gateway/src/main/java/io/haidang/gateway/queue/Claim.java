package io.haidang.gateway.queue;

import java.time.Instant;

/**
 * That somebody has a text in hand. It keeps nobody from reading or editing; versions take care of
 * that nothing is lost.
 *
 * @param since when they took it
 * @param until when it is free again unless they are heard of before
 */
public record Claim(Person holder, Instant since, Instant until) {

  /** Whether it holds at a time. */
  public boolean holds(Instant now) {
    return now.isBefore(until);
  }
}
