package io.haidang.gateway.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What is to be changed in the segments of products: at most one request a segment. */
final class ChangeRequestTable {

  private ChangeRequestTable() {}

  /** In reading order. */
  static List<ChangeRequest> of(Handle handle, UUID target) {
    return handle
        .createQuery("select * from change_request where target_id = :target order by idx")
        .bind("target", target)
        .map((row, context) -> request(row))
        .list();
  }

  /** Puts a request in place of the one there was. */
  static void put(
      Handle handle, UUID target, int index, String reason, String person, Instant now) {
    remove(handle, target, index);
    handle
        .createUpdate(
            "insert into change_request (target_id, idx, reason, person, at)"
                + " values (:target, :idx, :reason, :person, :now)")
        .bind("target", target)
        .bind("idx", index)
        .bind("reason", reason)
        .bind("person", person)
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .execute();
  }

  static void remove(Handle handle, UUID target, int index) {
    handle.execute("delete from change_request where target_id = ? and idx = ?", target, index);
  }

  /** What was answered is done with; what is open stays. */
  static void removeAnswered(Handle handle, UUID target) {
    handle.execute(
        "delete from change_request where target_id = ? and answered_at is not null", target);
  }

  static void removeAll(Handle handle, UUID target) {
    handle.execute("delete from change_request where target_id = ?", target);
  }

  /** Somebody has looked at the segment again. */
  static void answer(Handle handle, UUID target, int index, Instant now) {
    handle.execute(
        "update change_request set answered_at = ?"
            + " where target_id = ? and idx = ? and answered_at is null",
        now.atOffset(ZoneOffset.UTC),
        target,
        index);
  }

  private static ChangeRequest request(ResultSet row) throws SQLException {
    OffsetDateTime answered = row.getObject("answered_at", OffsetDateTime.class);
    return new ChangeRequest(
        row.getInt("idx"),
        row.getString("reason"),
        row.getString("person"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        answered == null ? null : answered.toInstant());
  }
}
