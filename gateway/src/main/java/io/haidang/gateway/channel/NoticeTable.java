package io.haidang.gateway.channel;

import io.haidang.gateway.channel.Notice.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Notices to the public; nothing is ever changed here, only added.
 *
 * <p><b>Thread-safety:</b> no state. <b>Blocking:</b> SQL.
 */
public final class NoticeTable {

  private NoticeTable() {}

  public static void insert(Handle handle, UUID target, Notice notice) {
    handle
        .createUpdate(
            "insert into notice (id, target_id, kind, text, actor, at)"
                + " values (:id, :target, :kind, :text, :actor, :at)")
        .bind("id", UUID.randomUUID())
        .bind("target", target)
        .bind("kind", notice.kind().name())
        .bind("text", notice.text())
        .bind("actor", notice.actor())
        .bind("at", notice.at().atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** The notices about a product, oldest first. */
  public static List<Notice> of(Handle handle, UUID target) {
    return of(handle, List.of(target)).getOrDefault(target, List.of());
  }

  /** The notices about products, oldest first; products without any are left out. */
  static Map<UUID, List<Notice>> of(Handle handle, List<UUID> targets) {
    if (targets.isEmpty()) {
      return Map.of();
    }
    Map<UUID, List<Notice>> notices = new HashMap<>();
    handle
        .createQuery("select * from notice where target_id in (<targets>) order by at, id")
        .bindList("targets", targets)
        .map((row, context) -> Map.entry(row.getObject("target_id", UUID.class), notice(row)))
        .forEach(
            entry ->
                notices
                    .computeIfAbsent(entry.getKey(), target -> new ArrayList<>())
                    .add(entry.getValue()));
    return notices;
  }

  private static Notice notice(ResultSet row) throws SQLException {
    return new Notice(
        Kind.valueOf(row.getString("kind")),
        row.getString("text"),
        row.getString("actor"),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }
}
