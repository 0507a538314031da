package io.haidang.gateway.retention;

import io.haidang.gateway.store.Json;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What was decided and deleted, for the audit; and the nightly runs. */
final class RetentionLog {

  static final String POLICY_CHANGED = "retention-changed";
  static final String HELD = "story-held";
  static final String LET_GO = "hold-lifted";
  static final String DELETED = "story-deleted";

  private RetentionLog() {}

  /**
   * Appends an entry.
   *
   * @param office whose story it is, or was; null with the policy
   * @param data ids and counts, never a word of a text
   */
  static void append(
      Handle handle,
      String type,
      String actor,
      Instant at,
      @Nullable UUID story,
      @Nullable String office,
      Map<String, ?> data) {
    handle
        .createUpdate(
            "insert into retention_event (type, actor, at, story_id, office, data)"
                + " values (:type, :actor, :at, cast(:story as uuid), :office, :data)")
        .bind("type", type)
        .bind("actor", actor)
        .bind("at", at.atOffset(ZoneOffset.UTC))
        .bindByType("story", story, UUID.class)
        .bind("office", office)
        .bind("data", Json.write(data))
        .execute();
  }

  static void begin(Handle handle, UUID run, Instant at) {
    handle.execute(
        "insert into retention_run (id, started_at, stories, texts, failed) values (?, ?, 0, 0, 0)",
        run,
        at.atOffset(ZoneOffset.UTC));
  }

  static void add(Handle handle, UUID run, int texts) {
    handle.execute(
        "update retention_run set stories = stories + 1, texts = texts + ? where id = ?",
        texts,
        run);
  }

  static void end(Handle handle, UUID run, int failed, Instant at) {
    handle.execute(
        "update retention_run set ended_at = ?, failed = ? where id = ?",
        at.atOffset(ZoneOffset.UTC),
        failed,
        run);
  }

  /** The latest first. */
  static List<RetentionRun> runs(Handle handle, int most) {
    return handle
        .createQuery("select * from retention_run order by started_at desc limit :most")
        .bind("most", most)
        .map(
            (row, context) ->
                new RetentionRun(
                    row.getObject("started_at", OffsetDateTime.class).toInstant(),
                    instant(row.getObject("ended_at", OffsetDateTime.class)),
                    row.getInt("stories"),
                    row.getInt("texts"),
                    row.getInt("failed")))
        .list();
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
