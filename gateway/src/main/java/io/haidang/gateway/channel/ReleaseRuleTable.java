package io.haidang.gateway.channel;

import io.haidang.gateway.channel.ReleaseRule.Spokesperson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The rules of release; a new one takes the place of the old one, which stays on record.
 *
 * <p><b>Thread-safety:</b> no state. <b>Blocking:</b> SQL.
 */
public final class ReleaseRuleTable {

  private ReleaseRuleTable() {}

  /** The rule in force; {@link ReleaseRule#NONE} when nobody made one. */
  public static ReleaseRule of(Handle handle, UUID story) {
    return handle
        .createQuery(
            "select r.embargo_until, r.at, u.id as person, u.login, u.display_name"
                + " from release_rule r left join account u on u.id = r.spokesperson_id"
                + " where r.story_id = :story order by r.ordinal desc limit 1")
        .bind("story", story)
        .map((row, context) -> rule(row))
        .findOne()
        .orElse(ReleaseRule.NONE);
  }

  /** Puts a rule in force; call it with the story locked. */
  public static void insert(Handle handle, UUID story, ReleaseRule rule, UUID actor, Instant at) {
    Spokesperson spokesperson = rule.spokesperson();
    handle
        .createUpdate(
            "insert into release_rule (story_id, ordinal, embargo_until, spokesperson_id, actor_id,"
                + " at) values (:story, (select coalesce(max(m.ordinal), 0) + 1 from release_rule m"
                + " where m.story_id = :story), cast(:embargo as timestamp with time zone),"
                + " cast(:spokesperson as uuid), :actor, :at)")
        .bind("story", story)
        .bindByType("embargo", time(rule.embargoUntil()), OffsetDateTime.class)
        .bindByType("spokesperson", spokesperson == null ? null : spokesperson.id(), UUID.class)
        .bind("actor", actor)
        .bind("at", at.atOffset(ZoneOffset.UTC))
        .execute();
  }

  static @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static ReleaseRule rule(ResultSet row) throws SQLException {
    UUID person = row.getObject("person", UUID.class);
    return new ReleaseRule(
        instant(row, "embargo_until"),
        person == null
            ? null
            : new Spokesperson(person, row.getString("login"), row.getString("display_name")),
        instant(row, "at"));
  }
}
