package io.haidang.gateway.channel;

import java.time.Instant;

/**
 * What the public is told about a product that was delivered.
 *
 * @param text as a person wrote it
 * @param actor display name; not told to the public
 */
public record Notice(Kind kind, String text, String actor, Instant at) {

  /** What happened. */
  public enum Kind {
    /** The product was taken back; channels show this instead. */
    WITHDRAWAL,
    /** Something in it was put right; channels show this with it. */
    CORRECTION
  }
}
