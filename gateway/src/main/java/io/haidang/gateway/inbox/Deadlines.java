package io.haidang.gateway.inbox;

import io.haidang.gateway.events.EventLog;
import io.haidang.gateway.events.Notifier;
import io.haidang.gateway.events.Occasion;
import io.haidang.gateway.store.Database;
import io.haidang.translation.review.TargetState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Reminds people once of what they have to review within a day.
 *
 * <p><b>Thread-safety:</b> for one thread at a time. <b>Blocking:</b> SQL.
 */
public final class Deadlines {

  private static final Duration SOON = Duration.ofDays(1);

  private static final String DUE =
      "select t.id, t.assignee_id from target t where t.assignee_id is not null"
          + " and t.due_at > :now and t.due_at <= :soon and t.state = :state"
          + " and not exists (select 1 from notification n where n.account_id = t.assignee_id"
          + " and n.target_id = t.id and n.occasion = :occasion) order by t.due_at, t.id";

  private final Database database;
  private final Clock clock;

  public Deadlines(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  private record Reminder(UUID target, UUID person) {}

  /** Tells whoever has to be told. */
  public void remind() {
    Instant now = clock.instant();
    database
        .jdbi()
        .useTransaction(
            handle ->
                due(handle, now)
                    .forEach(
                        due ->
                            Notifier.tell(
                                handle,
                                Occasion.DUE_SOON,
                                due.person(),
                                due.target(),
                                null,
                                EventLog.WORKER,
                                now)));
  }

  private static List<Reminder> due(Handle handle, Instant now) {
    return handle
        .createQuery(DUE)
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .bind("soon", now.plus(SOON).atOffset(ZoneOffset.UTC))
        .bind("state", TargetState.IN_REVIEW.name())
        .bind("occasion", Occasion.DUE_SOON.name())
        .map(
            (row, context) ->
                new Reminder(
                    row.getObject("id", UUID.class), row.getObject("assignee_id", UUID.class)))
        .list();
  }
}
