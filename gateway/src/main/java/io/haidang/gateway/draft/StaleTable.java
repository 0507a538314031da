package io.haidang.gateway.draft;

import io.haidang.gateway.draft.StaleReason.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Why products are stale; one without a reason is up to date.
 *
 * <p><b>Thread-safety:</b> no state. <b>Blocking:</b> SQL.
 */
public final class StaleTable {

  private StaleTable() {}

  /** The most telling first; empty when the product is up to date. */
  public static List<StaleReason> of(Handle handle, UUID target) {
    return handle
        .createQuery("select * from stale_reason where target_id = :id order by ordinal")
        .bind("id", target)
        .map((row, context) -> reason(row))
        .list();
  }

  /** Puts {@code reasons} in place of those there were. */
  public static void replace(Handle handle, UUID target, List<StaleReason> reasons) {
    clear(handle, target);
    insert(handle, target, 0, reasons);
  }

  /** Adds a reason to those there are. */
  public static void add(Handle handle, UUID target, StaleReason reason) {
    int next =
        handle
            .createQuery(
                "select coalesce(max(ordinal) + 1, 0) from stale_reason where target_id = :id")
            .bind("id", target)
            .mapTo(Integer.class)
            .one();
    insert(handle, target, next, List.of(reason));
  }

  /** The product is up to date, because it was made anew or because a person says so. */
  public static void clear(Handle handle, UUID target) {
    handle.execute("delete from stale_reason where target_id = ?", target);
  }

  private static void insert(Handle handle, UUID target, int from, List<StaleReason> reasons) {
    if (reasons.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into stale_reason (target_id, ordinal, kind, idx, revision, before_text,"
                + " after_text, source_id, at) values (:target, :ordinal, :kind, :segment,"
                + " :revision, :before, :after, cast(:source as uuid), :at)");
    for (int i = 0; i < reasons.size(); i++) {
      StaleReason reason = reasons.get(i);
      batch
          .bind("target", target)
          .bind("ordinal", from + i)
          .bind("kind", reason.kind().name())
          .bindByType("segment", reason.segment(), Integer.class)
          .bind("revision", reason.revision())
          .bind("before", reason.before())
          .bind("after", reason.after())
          .bindByType("source", reason.source(), UUID.class)
          .bind("at", reason.at().atOffset(ZoneOffset.UTC))
          .add();
    }
    batch.execute();
  }

  private static StaleReason reason(ResultSet row) throws SQLException {
    return new StaleReason(
        Kind.valueOf(row.getString("kind")),
        row.getObject("idx", Integer.class),
        row.getInt("revision"),
        row.getString("before_text"),
        row.getString("after_text"),
        row.getObject("source_id", UUID.class),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }
}
