package io.haidang.gateway.draft;

import java.time.Instant;

/**
 * Why nobody is working on a target, though it is not finished.
 *
 * @param reason an id of the error catalogue, and what was said; never document text
 * @param since when the first try in a row failed
 * @param nextAttempt when the next one begins
 */
public record Waiting(String reason, Instant since, Instant nextAttempt) {

  /** The id of the error catalogue. */
  public String code() {
    return reason.split(":", 2)[0];
  }
}
