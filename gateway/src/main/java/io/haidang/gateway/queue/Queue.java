package io.haidang.gateway.queue;

import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.TargetTable;
import io.haidang.gateway.store.Database;
import io.haidang.translation.review.Role;
import io.haidang.translation.review.TargetState;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Texts that wait, in the order in which they should be read: see {@link
 * io.haidang.gateway.priority.Risk}. Nobody gets to know of texts that are not for them.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL.
 */
public final class Queue {

  /** What a filter lets through beyond that many is not counted. */
  public static final int COUNTED = 10_000;

  private final Database database;
  private final TargetTable targets;
  private final Clock clock;

  Queue(Database database, Clock clock) {
    this.database = database;
    this.targets = new TargetTable(clock);
    this.clock = clock;
  }

  /**
   * Some texts.
   *
   * @param total how many the filter lets through; at most {@link #COUNTED} of one that narrows
   * @param counts how many texts for the reader are in each state; states without any are left out
   */
  public record Page(List<QueueItem> items, long total, Map<TargetState, Long> counts) {}

  /** The texts that a filter lets through, {@code limit} at most after the first {@code offset}. */
  public Page page(QueueFilter filter, Account reader, int offset, int limit) {
    Instant now = clock.instant();
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              List<UUID> ids = QueueTable.page(handle, filter, reader, now, offset, limit);
              Map<TargetState, Long> counts = QueueTable.counts(handle, reader);
              return new Page(
                  ItemTable.list(handle, targets, ids, now),
                  total(handle, filter, reader, now, counts),
                  counts);
            });
  }

  /** Without filters, the counts of the states know it sooner. */
  private static long total(
      Handle handle,
      QueueFilter filter,
      Account reader,
      Instant now,
      Map<TargetState, Long> counts) {
    if (filter.isNarrowed() || filter.whose() != Whose.ALL) {
      return QueueTable.count(handle, filter, reader, now);
    }
    return filter.states().stream().mapToLong(state -> counts.getOrDefault(state, 0L)).sum();
  }

  /**
   * One text.
   *
   * @throws GatewayException {@code not-found}
   */
  public QueueItem item(UUID target) {
    return database
        .jdbi()
        .withHandle(
            handle -> {
              targets.require(handle, target);
              return ItemTable.list(handle, targets, List.of(target), clock.instant()).get(0);
            });
  }

  /** How many texts for a reader are in each state; states without any are left out. */
  public Map<TargetState, Long> counts(Account reader) {
    return database.jdbi().withHandle(handle -> QueueTable.counts(handle, reader));
  }

  /**
   * Takes the first text in review that the filter lets through, nobody has in hand, is not for
   * somebody else, and was not written by the reviewer. Two who ask at the same time get two texts.
   *
   * @return the text, now in the reviewer's hands; empty when there is none
   * @throws GatewayException {@code not-permitted} for those who approve nothing
   */
  public Optional<QueueItem> takeNext(QueueFilter filter, Account reviewer) {
    reviewer.require(Role.REVIEWER);
    QueueFilter waiting = filter.in(TargetState.IN_REVIEW);
    return database
        .jdbi()
        .inTransaction(handle -> takeNext(handle, waiting, reviewer))
        .map(this::item);
  }

  private Optional<UUID> takeNext(Handle handle, QueueFilter filter, Account reviewer) {
    while (true) {
      Instant now = clock.instant();
      Optional<UUID> next = QueueTable.next(handle, filter, reviewer, now);
      if (next.isEmpty()) {
        return next;
      }
      // The statement may have begun before somebody else's transaction ended; now it is locked.
      boolean taken =
          ClaimTable.find(handle, next.get()).filter(claim -> claim.holds(now)).isPresent();
      if (!taken) {
        ClaimTable.put(handle, next.get(), reviewer.id(), now, now.plus(Claims.LEASE));
        return next;
      }
    }
  }
}
