package io.haidang.gateway.draft;

import io.haidang.gateway.Beginning;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * What unfinished targets wait for.
 *
 * <p><b>Thread-safety:</b> no state. <b>Blocking:</b> SQL.
 */
public final class WaitTable {

  private static final int LONGEST_REASON = 1000;

  private WaitTable() {}

  /** When the first of the tries failed that have brought nothing so far; empty when none has. */
  public static Optional<Instant> since(Handle handle, UUID target) {
    return handle
        .createQuery(
            "select waiting_since from target where id = :id and waiting_since is not null")
        .bind("id", target)
        .mapTo(OffsetDateTime.class)
        .findOne()
        .map(OffsetDateTime::toInstant);
  }

  public static void put(Handle handle, UUID target, Waiting waiting) {
    handle
        .createUpdate(
            "update target set waiting_for = :reason, waiting_since = :since,"
                + " next_attempt_at = :next where id = :id")
        .bind("reason", Beginning.of(waiting.reason(), LONGEST_REASON))
        .bind("since", waiting.since().atOffset(ZoneOffset.UTC))
        .bind("next", waiting.nextAttempt().atOffset(ZoneOffset.UTC))
        .bind("id", target)
        .execute();
  }

  /** Somebody is at it again; since when it goes badly is not forgotten yet. */
  public static void pause(Handle handle, UUID target) {
    handle.execute(
        "update target set waiting_for = null, next_attempt_at = null where id = ?", target);
  }

  /** It goes on. */
  public static void end(Handle handle, UUID target) {
    handle.execute(
        "update target set waiting_for = null, waiting_since = null, next_attempt_at = null"
            + " where id = ? and waiting_since is not null",
        target);
  }
}
