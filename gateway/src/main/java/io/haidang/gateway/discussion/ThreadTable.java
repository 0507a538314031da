package io.haidang.gateway.discussion;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Threads in SQL, with their comments. */
final class ThreadTable {

  private static final String SELECT =
      "select d.*, r.display_name as resolver from comment_thread d"
          + " left join account r on r.id = d.resolver_id where d.target_id = :target ";

  private static final String COMMENTS =
      "select c.*, u.login, u.display_name from thread_comment c"
          + " join account u on u.id = c.author_id"
          + " join comment_thread d on d.id = c.thread_id where d.target_id = :target";

  private ThreadTable() {}

  /** Those about the whole text first, then by segment, each the oldest first. */
  static List<CommentThread> list(Handle handle, UUID target) {
    Map<UUID, List<Comment>> comments =
        handle
            .createQuery(COMMENTS + " order by c.number")
            .bind("target", target)
            .map((row, context) -> Map.entry(row.getObject("thread_id", UUID.class), comment(row)))
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    return handle
        .createQuery(SELECT + "order by coalesce(d.segment, -1), d.created_at, d.id")
        .bind("target", target)
        .map((row, context) -> thread(row, comments))
        .list();
  }

  /**
   * One thread of a text, which nobody else changes before this transaction ends.
   *
   * @throws GatewayException {@code not-found}
   */
  static CommentThread lock(Handle handle, UUID target, UUID thread) {
    handle
        .createQuery("select id from comment_thread where id = :id for update")
        .bind("id", thread)
        .mapTo(UUID.class)
        .findOne();
    return find(handle, target, thread)
        .orElseThrow(() -> new GatewayException(ErrorCode.NOT_FOUND, "thread: unknown"));
  }

  private static Optional<CommentThread> find(Handle handle, UUID target, UUID thread) {
    List<Comment> comments =
        handle
            .createQuery(COMMENTS + " and c.thread_id = :thread order by c.number")
            .bind("target", target)
            .bind("thread", thread)
            .map((row, context) -> comment(row))
            .list();
    return handle
        .createQuery(SELECT + "and d.id = :thread")
        .bind("target", target)
        .bind("thread", thread)
        .map((row, context) -> thread(row, Map.of(thread, comments)))
        .findOne();
  }

  static void insert(
      Handle handle, UUID thread, UUID target, @Nullable Integer segment, Instant now) {
    handle
        .createUpdate(
            "insert into comment_thread (id, target_id, segment, state, created_at)"
                + " values (:id, :target, :segment, 'OPEN', :now)")
        .bind("id", thread)
        .bind("target", target)
        .bindByType("segment", segment, Integer.class)
        .bind("now", time(now))
        .execute();
  }

  static void add(Handle handle, UUID thread, int number, UUID author, String text, Instant now) {
    handle
        .createUpdate(
            "insert into thread_comment (id, thread_id, number, author_id, body, created_at)"
                + " values (:id, :thread, :number, :author, :body, :now)")
        .bind("id", UUID.randomUUID())
        .bind("thread", thread)
        .bind("number", number)
        .bind("author", author)
        .bind("body", text)
        .bind("now", time(now))
        .execute();
  }

  static void rewrite(Handle handle, UUID comment, String text, Instant now) {
    handle.execute(
        "update thread_comment set body = ?, edited_at = ? where id = ?", text, time(now), comment);
  }

  static void resolve(Handle handle, UUID thread, UUID resolver, Instant now) {
    handle.execute(
        "update comment_thread set state = 'RESOLVED', resolver_id = ?, resolved_at = ?"
            + " where id = ?",
        resolver,
        time(now),
        thread);
  }

  static void reopen(Handle handle, UUID thread) {
    handle.execute(
        "update comment_thread set state = 'OPEN', resolver_id = null, resolved_at = null"
            + " where id = ?",
        thread);
  }

  /** How many comments a text has. */
  static int comments(Handle handle, UUID target) {
    return handle
        .createQuery(
            "select count(*) from thread_comment c join comment_thread d on d.id = c.thread_id"
                + " where d.target_id = :target")
        .bind("target", target)
        .mapTo(Integer.class)
        .one();
  }

  /** How many open threads each segment has that has some. */
  static Map<Integer, Integer> open(Handle handle, UUID target) {
    return handle
        .createQuery(
            "select segment, count(*) as many from comment_thread where target_id = :target"
                + " and state = 'OPEN' and segment is not null group by segment")
        .bind("target", target)
        .map((row, context) -> Map.entry(row.getInt("segment"), row.getInt("many")))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static CommentThread thread(ResultSet row, Map<UUID, List<Comment>> comments)
      throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new CommentThread(
        id,
        row.getObject("target_id", UUID.class),
        row.getObject("segment", Integer.class),
        ThreadState.valueOf(row.getString("state")),
        row.getString("resolver"),
        instant(row, "resolved_at"),
        comments.getOrDefault(id, List.of()));
  }

  private static Comment comment(ResultSet row) throws SQLException {
    return new Comment(
        row.getObject("id", UUID.class),
        row.getInt("number"),
        row.getObject("author_id", UUID.class),
        row.getString("display_name"),
        row.getString("login"),
        row.getString("body"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        instant(row, "edited_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
