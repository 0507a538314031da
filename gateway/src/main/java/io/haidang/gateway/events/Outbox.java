package io.haidang.gateway.events;

import io.haidang.gateway.auth.StoryReaders;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Notes down whom a milestone is to be told, in the transaction that it belongs to; so that nobody
 * is told of what was rolled back, and nothing that happened is forgotten.
 */
final class Outbox {

  /**
   * A subscription to one's own hears of what one has handed in or answers for, one to everything
   * of all; neither of more than its owner may read.
   */
  private static final String ADD =
      "insert into webhook_delivery"
          + " (webhook_id, event_id, target_id, milestone, state, tries, due_at, created_at)"
          + " select w.id, :event, :target, :milestone, 'WAITING', 0, :now, :now from webhook w"
          + " join account o on o.id = w.owner_id"
          + " where w.state = 'ACTIVE' and w.milestones like :pattern and o.closed_at is null"
          + " and exists (select 1 from target t join asset a on a.id = t.asset_id"
          + " join story s on s.id = a.story_id where t.id = :target"
          + " and (s.owner_id = o.id or a.author_id = o.id or w.scope = 'ALL') and "
          + StoryReaders.condition("s", "o")
          + ")";

  private Outbox() {}

  static void add(Handle handle, long event, UUID target, Milestone milestone, OffsetDateTime now) {
    handle
        .createUpdate(ADD)
        .bind("event", event)
        .bind("target", target)
        .bind("milestone", milestone.name())
        .bind("pattern", "% " + milestone.name() + " %")
        .bind("now", now)
        .execute();
  }
}
