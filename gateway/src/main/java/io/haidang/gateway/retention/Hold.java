package io.haidang.gateway.retention;

import java.time.Instant;

/**
 * Somebody's word that a story must not be deleted.
 *
 * @param reason in their words, 1 to {@value #MOST} UTF-16 units
 * @param actor display name
 */
public record Hold(String reason, String actor, Instant at) {

  /** Longest reason, in UTF-16 units. */
  public static final int MOST = 2_000;
}
