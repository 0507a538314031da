package io.haidang.gateway.inbox;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.Visibility;
import io.haidang.gateway.events.Occasion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** What people are told, in SQL; {@code gateway.events} writes it. */
final class NotificationTable {

  /** A text that was made secret since is not named. */
  private static final String OWN =
      " from notification n join target t on t.id = n.target_id join asset a on a.id = t.asset_id"
          + " where n.account_id = :reader and "
          + Visibility.condition("a.story_id");

  private static final String SELECT = "select n.*, a.title, t.form, t.language" + OWN;

  private NotificationTable() {}

  /** The latest first. */
  static List<Notification> page(
      Handle handle, Account reader, boolean onlyNew, int offset, int limit) {
    return own(
            handle,
            SELECT + unread(onlyNew) + " order by n.id desc limit :limit offset :offset",
            reader)
        .bind("limit", limit)
        .bind("offset", offset)
        .map((row, context) -> notification(row))
        .list();
  }

  static long count(Handle handle, Account reader, boolean onlyNew) {
    return own(handle, "select count(*)" + OWN + unread(onlyNew), reader).mapTo(Long.class).one();
  }

  static Optional<Notification> find(Handle handle, Account reader, long id) {
    return own(handle, SELECT + " and n.id = :id", reader)
        .bind("id", id)
        .map((row, context) -> notification(row))
        .findOne();
  }

  private static Query own(Handle handle, String query, Account reader) {
    return Visibility.bind(handle.createQuery(query), reader);
  }

  private static String unread(boolean onlyNew) {
    return onlyNew ? " and n.read_at is null" : "";
  }

  static void markRead(Handle handle, UUID account, long id, Instant now) {
    handle.execute(
        "update notification set read_at = ? where account_id = ? and id = ? and read_at is null",
        time(now),
        account,
        id);
  }

  /** All up to one, so that what came meanwhile stays new; returns how many. */
  static int markReadUpTo(Handle handle, UUID account, long id, Instant now) {
    return handle.execute(
        "update notification set read_at = ? where account_id = ? and id <= ? and read_at is null",
        time(now),
        account,
        id);
  }

  /** Forgets what was read, and anything else that is old. */
  static int deleteBefore(Handle handle, Instant read, Instant any) {
    return handle.execute(
        "delete from notification where read_at < ? or at < ?", time(read), time(any));
  }

  private static Notification notification(ResultSet row) throws SQLException {
    OffsetDateTime read = row.getObject("read_at", OffsetDateTime.class);
    return new Notification(
        row.getLong("id"),
        Occasion.valueOf(row.getString("occasion")),
        row.getObject("target_id", UUID.class),
        row.getObject("segment", Integer.class),
        row.getString("title"),
        row.getString("form"),
        Locale.forLanguageTag(row.getString("language")),
        row.getString("actor"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        read == null ? null : read.toInstant());
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
