package io.haidang.gateway.mail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter as those see it who keep the desk: to whom, and what became of it; never what it says.
 *
 * @param login of the account that it is for
 * @param tries so far, since it was last asked for
 * @param dueAt when it is tried next, while it waits
 * @param outcome of the last try; null before the first
 */
public record Letter(
    UUID id,
    String login,
    State state,
    int tries,
    Instant dueAt,
    Instant createdAt,
    @Nullable Outcome outcome) {

  /** Where a letter is: {@code WAITING} to {@code SENT} or {@code DEAD}, and back again. */
  public enum State {
    /** To be sent, for the first time or again. */
    WAITING,
    /** The server has said that it has it. */
    SENT,
    /** Given up; only somebody who asks has it sent again. */
    DEAD
  }
}
