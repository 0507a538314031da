package io.haidang.gateway.review;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

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
            "select * from working_copy"
                + " where target_id = :target and account_id = :account and text is not null")
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

  /** False when the person has confirmed a later version than the copy was typed over. */
  static boolean put(Handle handle, UUID target, UUID account, WorkingCopy copy) {
    return write(
        handle, target, account, copy.index(), copy.version(), copy.text(), copy.savedAt());
  }

  /** Notes down that a person has nothing to confirm of a version, or of any before it. */
  static void clear(Handle handle, UUID target, UUID account, int index, int version, Instant now) {
    write(handle, target, account, index, version, null, now);
  }

  private static boolean write(
      Handle handle,
      UUID target,
      UUID account,
      int index,
      int version,
      @Nullable String text,
      Instant now) {
    String update =
        "update working_copy set version = :version, text = :text, saved_at = :at"
            + " where target_id = :target and account_id = :account and idx = :idx"
            + " and version <= :version";
    String insert =
        "insert into working_copy (target_id, idx, account_id, version, text, saved_at)"
            + " values (:target, :idx, :account, :version, :text, :at) on conflict do nothing";
    return Stream.of(update, insert)
        .anyMatch(
            sql ->
                handle
                        .createUpdate(sql)
                        .bind("target", target)
                        .bind("account", account)
                        .bind("idx", index)
                        .bind("version", version)
                        .bind("text", text)
                        .bind("at", now.atOffset(ZoneOffset.UTC))
                        .execute()
                    > 0);
  }
}
