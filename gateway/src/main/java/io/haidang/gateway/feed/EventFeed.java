package io.haidang.gateway.feed;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.Visibility;
import io.haidang.gateway.store.Database;
import io.haidang.translation.review.TargetState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log onwards from where a reader is.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL.
 */
public final class EventFeed {

  private static final String SELECT =
      "select e.id, e.type, e.at, t.id as target_id, t.asset_id, a.story_id, t.form, t.language,"
          + " t.state, t.segments_total,"
          + " (select count(*) from segment s where s.target_id = t.id) as done"
          + " from event e join target t on t.id = e.target_id join asset a on a.id = t.asset_id"
          + " join story o on o.id = a.story_id where e.id > :after and "
          + Visibility.condition("a.story_id");

  private static final String OWN = " and (a.author_id = :reader or o.owner_id = :reader)";

  private final Database database;

  public EventFeed(Database database) {
    this.database = database;
  }

  /**
   * What somebody follows.
   *
   * @param own only what the reader has handed in or answers for
   * @param draft the only one, or null
   * @param story the only one, or null
   */
  public record Choice(Account reader, boolean own, @Nullable UUID draft, @Nullable UUID story) {}

  /**
   * How far the log is; another mark of the same floor means that something was written.
   *
   * @param last the largest number of an entry
   * @param count of entries after the floor
   */
  public record Mark(long last, long count) {}

  /** How far the log is after entry {@code floor}. */
  public Mark mark(long floor) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select coalesce(max(id), :floor) as last, count(*) as entries"
                            + " from event where id > :floor")
                    .bind("floor", floor)
                    .map((row, context) -> new Mark(row.getLong("last"), row.getLong("entries")))
                    .one());
  }

  /** The entry that was written last; 0 when there is none. */
  public long last() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("select coalesce(max(id), 0) from event")
                    .mapTo(Long.class)
                    .one());
  }

  /**
   * The last entry that was written at least {@code pause} before another one, 0 when there is
   * none: numbers are given before transactions end, so a listener that has {@code id} may lack
   * some between the two. An entry that is not there any more is its own.
   */
  public long before(long id, Duration pause) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("select at from event where id = :id")
                    .bind("id", id)
                    .mapTo(OffsetDateTime.class)
                    .findOne()
                    .map(at -> before(handle, id, at.minus(pause)))
                    .orElse(id));
  }

  private static long before(Handle handle, long id, OffsetDateTime at) {
    return handle
        .createQuery("select id from event where id < :id and at < :at order by id desc limit 1")
        .bind("id", id)
        .bind("at", at)
        .mapTo(Long.class)
        .findOne()
        .orElse(0L);
  }

  /** Entries after {@code id}, the oldest first, {@code limit} at most. */
  public List<FeedEntry> after(long id, Choice choice, int limit) {
    String query =
        SELECT
            + (choice.own() ? OWN : "")
            + (choice.draft() == null ? "" : " and t.asset_id = :draft")
            + (choice.story() == null ? "" : " and a.story_id = :story")
            + " order by e.id limit :limit";
    return database
        .jdbi()
        .withHandle(
            handle -> {
              var all =
                  Visibility.bind(handle.createQuery(query), choice.reader())
                      .bind("after", id)
                      .bind("limit", limit);
              if (choice.draft() != null) {
                all.bind("draft", choice.draft());
              }
              if (choice.story() != null) {
                all.bind("story", choice.story());
              }
              return all.map((row, context) -> entry(row)).list();
            });
  }

  private static FeedEntry entry(ResultSet row) throws SQLException {
    return new FeedEntry(
        row.getLong("id"),
        row.getString("type"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getObject("target_id", UUID.class),
        row.getObject("asset_id", UUID.class),
        row.getObject("story_id", UUID.class),
        row.getString("form"),
        Locale.forLanguageTag(row.getString("language")).toLanguageTag(),
        TargetState.valueOf(row.getString("state")),
        row.getInt("done"),
        row.getInt("segments_total"));
  }
}
