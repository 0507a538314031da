package io.haidang.gateway.review;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * Working copies, at most one for each person and segment.
 *
 * <p><b>Thread-safety:</b> no state. <b>Blocking:</b> SQL.
 */
final class WorkingCopyTable {

  private WorkingCopyTable() {}

  static List<WorkingCopy> of(Handle handle, UUID target, UUID account) {
    return handle
        .createQuery(
            "select * from working_copy where target_id = :target and account_id = :account")
        .bind("target", target)
        .bind("account", account)
        .map(
            (row, context) ->
                new WorkingCopy(
                    row.getInt("idx"),
                    row.getInt("version"),
                    row.getString("text"),
                    row.getObject("saved_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  static void put(Handle handle, UUID target, UUID account, WorkingCopy copy) {
    String update =
        "update working_copy set version = :version, text = :text, saved_at = :at"
            + " where target_id = :target and account_id = :account and idx = :idx";
    if (bind(handle.createUpdate(update), target, account, copy).execute() == 0) {
      String insert =
          "insert into working_copy (target_id, idx, account_id, version, text, saved_at)"
              + " values (:target, :idx, :account, :version, :text, :at) on conflict do nothing";
      bind(handle.createUpdate(insert), target, account, copy).execute();
    }
  }

  private static Update bind(Update update, UUID target, UUID account, WorkingCopy copy) {
    return update
        .bind("target", target)
        .bind("account", account)
        .bind("idx", copy.index())
        .bind("version", copy.version())
        .bind("text", copy.text())
        .bind("at", copy.savedAt().atOffset(ZoneOffset.UTC));
  }

  static void remove(Handle handle, UUID target, UUID account, int index) {
    handle.execute(
        "delete from working_copy where target_id = ? and account_id = ? and idx = ?",
        target,
        account,
        index);
  }
}
