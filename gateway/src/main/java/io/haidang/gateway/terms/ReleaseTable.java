package io.haidang.gateway.terms;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Releases and the number of the latest. */
final class ReleaseTable {

  private static final String SELECT =
      "select r.*, a.display_name as approver from glossary_release r"
          + " left join account a on a.id = r.approver_id ";

  private ReleaseTable() {}

  /** The latest number, 0 before the first. */
  static int latest(Handle handle) {
    return handle.createQuery("select release from glossary_head").mapTo(Integer.class).one();
  }

  /**
   * As {@link #latest}; until this transaction ends nobody else decides on proposals, so that
   * numbers have no gap.
   */
  static int lock(Handle handle) {
    return handle
        .createQuery("select release from glossary_head for update")
        .mapTo(Integer.class)
        .one();
  }

  /** Adds a release without counts and makes it the latest. */
  static void insert(
      Handle handle,
      int number,
      @Nullable UUID approver,
      OffsetDateTime at,
      String note,
      @Nullable Integer restores) {
    handle
        .createUpdate(
            "insert into glossary_release (number, approver_id, at, note, restores, added, changed,"
                + " retired) values (:number, cast(:approver as uuid), :at, :note, cast(:restores as integer), 0, 0, 0)")
        .bind("number", number)
        .bindByType("approver", approver, UUID.class)
        .bind("at", at)
        .bind("note", note)
        .bindByType("restores", restores, Integer.class)
        .execute();
    handle.createUpdate("update glossary_head set release = :n").bind("n", number).execute();
  }

  static void setCounts(Handle handle, int number, int added, int changed, int retired) {
    handle
        .createUpdate(
            "update glossary_release set added = :added, changed = :changed, retired = :retired"
                + " where number = :number")
        .bind("added", added)
        .bind("changed", changed)
        .bind("retired", retired)
        .bind("number", number)
        .execute();
  }

  static Optional<Release> find(Handle handle, int number) {
    return handle
        .createQuery(SELECT + "where r.number = :number")
        .bind("number", number)
        .map((row, context) -> release(row))
        .findOne();
  }

  /** Newest first. */
  static List<Release> list(Handle handle, int offset, int limit) {
    return handle
        .createQuery(SELECT + "order by r.number desc limit :limit offset :offset")
        .bind("limit", limit)
        .bind("offset", offset)
        .map((row, context) -> release(row))
        .list();
  }

  private static Release release(ResultSet row) throws SQLException {
    return new Release(
        row.getInt("number"),
        row.getString("approver"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("note"),
        row.getObject("restores", Integer.class),
        row.getInt("added"),
        row.getInt("changed"),
        row.getInt("retired"));
  }
}
