package io.haidang.gateway.queue;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.Visibility;
import io.haidang.gateway.store.Like;
import io.haidang.translation.review.TargetState;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Which texts a filter lets through, in the order of the queue. Only {@code target} is read in that
 * order, by an index; everything else is asked of each row, so that a page costs as much as it has
 * rows, not as many as wait.
 *
 * <p><b>Thread-safety:</b> no state. <b>Blocking:</b> SQL.
 */
final class QueueTable {

  private static final String ORDER = " order by t.state, t.read_by, t.id";

  private static final String HELD =
      "exists (select 1 from target_claim c where c.target_id = t.id and c.until > :now";

  /** Four eyes: nobody approves what they wrote. */
  private static final String NOT_OWN =
      " and not exists (select 1 from asset_revision w where w.asset_id = t.asset_id"
          + " and w.number <= t.revision and w.author_id = :reader)";

  private QueueTable() {}

  static List<UUID> page(
      Handle handle, QueueFilter filter, Account reader, Instant now, int offset, int limit) {
    return bind(
            handle.createQuery(
                "select t.id from target t where "
                    + condition(filter)
                    + ORDER
                    + " limit :limit offset :offset"),
            filter,
            reader,
            now)
        .bind("limit", limit)
        .bind("offset", offset)
        .mapTo(UUID.class)
        .list();
  }

  /** How many there are, up to {@link Queue#COUNTED}, so that counting costs no more than that. */
  static long count(Handle handle, QueueFilter filter, Account reader, Instant now) {
    return bind(
            handle.createQuery(
                "select count(*) from (select t.id from target t where "
                    + condition(filter)
                    + " limit :most) q"),
            filter,
            reader,
            now)
        .bind("most", Queue.COUNTED)
        .mapTo(Long.class)
        .one();
  }

  /**
   * The first that nobody has in hand and that the reader may approve, locked; texts that somebody
   * else is locking at the same time are passed over.
   */
  static Optional<UUID> next(Handle handle, QueueFilter filter, Account reader, Instant now) {
    return bind(
            handle.createQuery(
                "select t.id from target t where "
                    + condition(filter)
                    + " and (t.assignee_id is null or t.assignee_id = :reader) and not "
                    + HELD
                    + ")"
                    + NOT_OWN
                    + ORDER
                    + " limit 1 for update skip locked"),
            filter,
            reader,
            now)
        .mapTo(UUID.class)
        .findOne();
  }

  /** How many are in each state; all there are, less the few that are hidden from the reader. */
  static Map<TargetState, Long> counts(Handle handle, Account reader) {
    Map<TargetState, Long> counts = new EnumMap<>(TargetState.class);
    add(handle.createQuery("select t.state, count(*) as n from target t group by t.state"), 1)
        .forEach((state, n) -> counts.merge(state, n, Long::sum));
    Query hidden =
        Visibility.bind(
            handle.createQuery(
                "select t.state, count(*) as n from story s join asset a on a.story_id = s.id"
                    + " join target t on t.asset_id = a.id where "
                    + Visibility.hidden("s")
                    + " group by t.state"),
            reader);
    add(hidden, -1).forEach((state, n) -> counts.merge(state, n, Long::sum));
    counts.values().removeIf(n -> n == 0);
    return counts;
  }

  private static Map<TargetState, Long> add(Query query, int sign) {
    Map<TargetState, Long> counts = new EnumMap<>(TargetState.class);
    query
        .map(
            (row, context) ->
                Map.entry(TargetState.valueOf(row.getString("state")), sign * row.getLong("n")))
        .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
    return counts;
  }

  private static String condition(QueueFilter filter) {
    StringBuilder sql = new StringBuilder();
    sql.append(filter.states().size() == 1 ? "t.state = :state" : "t.state in (<states>)");
    switch (filter.whose()) {
      case ALL -> {}
      case MINE ->
          sql.append(" and t.id in (select m.id from target m where m.assignee_id = :reader")
              .append(" union select c.target_id from target_claim c")
              .append(" where c.account_id = :reader and c.until > :now)");
      case FREE -> sql.append(" and t.assignee_id is null and not ").append(HELD).append(")");
    }
    if (!filter.language().isEmpty()) {
      sql.append(" and t.language = :language");
    }
    if (!filter.form().isEmpty()) {
      sql.append(" and t.form = :form");
    }
    if (!filter.assignee().isEmpty()) {
      sql.append(" and t.assignee_id = (select p.id from account p where p.login = :assignee)");
    }
    if (filter.overdue()) {
      sql.append(" and t.due_at < :now");
    }
    return sql.append(" and exists (select 1 from asset a where a.id = t.asset_id")
        .append(ofAsset(filter))
        .append(" and ")
        .append(Visibility.condition("a.story_id"))
        .append(")")
        .toString();
  }

  private static String ofAsset(QueueFilter filter) {
    return (filter.sensitivity() == null ? "" : " and a.sensitivity = :sensitivity")
        + (filter.title().isEmpty() ? "" : " and lower(a.title) like :title escape '!'")
        + (filter.office().isEmpty()
            ? ""
            : " and exists (select 1 from story o where o.id = a.story_id and o.office = :office)");
  }

  /** Values that the filter does not ask for are bound in vain. */
  private static Query bind(Query query, QueueFilter filter, Account reader, Instant now) {
    List<String> states = filter.states().stream().map(TargetState::name).toList();
    if (states.size() > 1) {
      query.bindList("states", states);
    }
    return Visibility.bind(query, reader)
        .bind("state", states.get(0))
        .bind("language", filter.language())
        .bind("form", filter.form())
        .bind("assignee", filter.assignee())
        .bind("sensitivity", filter.sensitivity() == null ? "" : filter.sensitivity().name())
        .bind("title", Like.containing(filter.title()))
        .bind("office", filter.office())
        .bind("now", now.atOffset(ZoneOffset.UTC));
  }
}
