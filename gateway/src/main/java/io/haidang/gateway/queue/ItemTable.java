package io.haidang.gateway.queue;

import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.TargetTable;
import io.haidang.gateway.priority.Risk;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Everything that the queue says about a page of texts, in two statements. */
final class ItemTable {

  private static final String SELECT =
      "select t.id, t.state_since, t.read_by, t.due_at, t.risk_errors, t.risk_warnings,"
          + " t.risk_unsure, t.risk_names, p.id as assignee_id, p.login as assignee_login,"
          + " p.display_name as assignee_name, h.id as holder_id, h.login as holder_login,"
          + " h.display_name as holder_name, c.since, c.until"
          + " from target t left join account p on p.id = t.assignee_id"
          + " left join target_claim c on c.target_id = t.id and c.until > :now"
          + " left join account h on h.id = c.account_id where t.id in (<ids>)";

  private ItemTable() {}

  /** The texts that there are of {@code ids}, in their order. */
  static List<QueueItem> list(Handle handle, TargetTable targets, List<UUID> ids, Instant now) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<UUID, Target> known =
        targets.all(handle, ids).stream()
            .collect(Collectors.toMap(Target::id, Function.identity()));
    Map<UUID, QueueItem> items = new HashMap<>();
    handle
        .createQuery(SELECT)
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .bindList("ids", ids)
        .map((row, context) -> item(row, known))
        .forEach(item -> items.put(item.target().id(), item));
    return ids.stream().map(items::get).filter(Objects::nonNull).toList();
  }

  private static QueueItem item(ResultSet row, Map<UUID, Target> known) throws SQLException {
    Target target = Objects.requireNonNull(known.get(row.getObject("id", UUID.class)));
    Risk risk =
        new Risk(
            row.getInt("risk_errors"),
            row.getInt("risk_warnings"),
            row.getInt("risk_unsure"),
            row.getInt("risk_names"),
            target.asset().sensitivity() == Sensitivity.PUBLIC);
    Person holder = person(row, "holder");
    return new QueueItem(
        target,
        risk,
        time(row, "state_since"),
        time(row, "read_by"),
        row.getObject("due_at") == null ? null : time(row, "due_at"),
        person(row, "assignee"),
        holder == null ? null : new Claim(holder, time(row, "since"), time(row, "until")));
  }

  private static @Nullable Person person(ResultSet row, String prefix) throws SQLException {
    UUID id = row.getObject(prefix + "_id", UUID.class);
    return id == null
        ? null
        : new Person(id, row.getString(prefix + "_login"), row.getString(prefix + "_name"));
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
