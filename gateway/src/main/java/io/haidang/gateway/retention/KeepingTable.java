package io.haidang.gateway.retention;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.draft.Visibility;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Until when stories are kept, reckoned in SQL from the policy and from what was last done. */
final class KeepingTable {

  /** Every change of a text has an event; its source has a revision, its story a rule. */
  private static final String LAST_CHANGE =
      "greatest(s.created_at,"
          + " coalesce((select max(r.created_at) from asset a"
          + " join asset_revision r on r.asset_id = a.id where a.story_id = s.id), s.created_at),"
          + " coalesce((select max(e.at) from asset a join target t on t.asset_id = a.id"
          + " join event e on e.target_id = t.id where a.story_id = s.id), s.created_at),"
          + " coalesce((select greatest(u.at, coalesce(u.embargo_until, u.at)) from release_rule u"
          + " where u.story_id = s.id order by u.ordinal desc limit 1), s.created_at))";

  private static final String IS_PUBLISHED =
      "exists (select 1 from asset a join target t on t.asset_id = a.id"
          + " join published p on p.target_id = t.id"
          + " where a.story_id = s.id and p.withdrawn_at is null)";

  private static final String KEEPING =
      "select k.*, case when k.is_published then k.published_days else k.unpublished_days end"
          + " as days from (select s.id, s.title, s.sensitivity, s.office, s.created_at,"
          + " h.reason, h.actor, h.at as held_at, r.unpublished_days, r.published_days,"
          + " (select count(*) from asset a join target t on t.asset_id = a.id"
          + " where a.story_id = s.id) as texts, "
          + IS_PUBLISHED
          + " as is_published, "
          + LAST_CHANGE
          + " as last_change from story s left join retention_rule r on r.label = s.sensitivity"
          + " left join retention_hold h on h.story_id = s.id where ";

  /** Read first, since it spares looking at most stories closely. */
  private static final String OLD_ENOUGH =
      "h.story_id is null and s.created_at + least(coalesce(r.unpublished_days, r.published_days),"
          + " coalesce(r.published_days, r.unpublished_days)) * interval '1' day <= :now";

  private static final String DUE =
      KEEPING
          + OLD_ENOUGH
          + ") k where k.last_change + (case when k.is_published then k.published_days"
          + " else k.unpublished_days end) * interval '1' day <= :now";

  private KeepingTable() {}

  static Optional<Keeping> find(Handle handle, UUID story) {
    return handle
        .createQuery(KEEPING + "s.id = :story) k")
        .bind("story", story)
        .map((row, context) -> keeping(row))
        .findOne();
  }

  /** Those that are due, the longest unchanged first. */
  static List<UUID> due(Handle handle, Instant now) {
    return handle
        .createQuery("select d.id from (" + DUE + ") d order by d.last_change, d.id")
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .mapTo(UUID.class)
        .list();
  }

  /** How many are due, and the first that are for a reader. */
  static Outlook outlook(Handle handle, Instant now, int most, Account reader) {
    List<Keeping> first =
        Visibility.bind(
                handle.createQuery(
                    "select d.* from ("
                        + DUE
                        + ") d where "
                        + Visibility.condition("d.id")
                        + " order by d.last_change, d.id limit :most"),
                reader)
            .bind("now", now.atOffset(ZoneOffset.UTC))
            .bind("most", most)
            .map((row, context) -> keeping(row))
            .list();
    return handle
        .createQuery(
            "select count(*) as stories, coalesce(sum(d.texts), 0) as texts from (" + DUE + ") d")
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .map((row, context) -> new Outlook(row.getInt("stories"), row.getInt("texts"), first))
        .one();
  }

  private static Keeping keeping(ResultSet row) throws SQLException {
    Instant lastChange = time(row, "last_change");
    Period period = new Period(row.getObject("days", Integer.class));
    return new Keeping(
        row.getObject("id", UUID.class),
        row.getString("title"),
        Sensitivity.valueOf(row.getString("sensitivity")),
        row.getString("office"),
        row.getInt("texts"),
        row.getBoolean("is_published"),
        lastChange,
        period,
        hold(row),
        period.end(lastChange));
  }

  private static @Nullable Hold hold(ResultSet row) throws SQLException {
    String reason = row.getString("reason");
    return reason == null ? null : new Hold(reason, row.getString("actor"), time(row, "held_at"));
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
