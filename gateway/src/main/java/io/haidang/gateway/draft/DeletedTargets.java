package io.haidang.gateway.draft;

import io.haidang.gateway.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Follows which products were deleted, on whatever node, for those who keep copies of them.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL.
 */
public final class DeletedTargets {

  /** Within which a deletion that has begun is surely written. */
  private static final Duration OVERLAP = Duration.ofMinutes(1);

  private final Database database;
  private final Map<UUID, Instant> known = new HashMap<>();
  private Instant seen;

  /** Begins with what is deleted from now on. */
  public DeletedTargets(Database database, Clock clock) {
    this.database = database;
    this.seen = clock.instant();
  }

  /** Notes in the transaction of {@code handle} that products are gone. */
  public static void add(Handle handle, Collection<UUID> targets, Instant at) {
    PreparedBatch batch =
        handle.prepareBatch("insert into deleted_target (target_id, deleted_at) values (?, ?)");
    targets.forEach(id -> batch.add(id, at.atOffset(ZoneOffset.UTC)));
    if (!targets.isEmpty()) {
      batch.execute();
    }
  }

  /** What was deleted since this was last asked; each product once. */
  public synchronized Set<UUID> fresh() {
    Map<UUID, Instant> recent = since(seen.minus(OVERLAP));
    Set<UUID> fresh = new HashSet<>(recent.keySet());
    fresh.removeAll(known.keySet());
    known.clear();
    known.putAll(recent);
    recent.values().forEach(at -> seen = at.isAfter(seen) ? at : seen);
    return fresh;
  }

  private Map<UUID, Instant> since(Instant start) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select target_id, deleted_at from deleted_target where deleted_at >= :start")
                    .bind("start", start.atOffset(ZoneOffset.UTC))
                    .reduceRows(
                        new HashMap<UUID, Instant>(),
                        (found, row) -> {
                          found.put(
                              row.getColumn("target_id", UUID.class),
                              row.getColumn("deleted_at", OffsetDateTime.class).toInstant());
                          return found;
                        }));
  }
}
