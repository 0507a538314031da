package io.haidang.gateway.quality;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** How long segments had somebody's attention. */
final class FocusTable {

  private FocusTable() {}

  /** When a person was last heard of, in whatever text. */
  static Optional<Instant> last(Handle handle, UUID person) {
    return handle
        .createQuery("select max(beat_at) as beat from focus_time where account_id = :person")
        .bind("person", person)
        .map((row, context) -> row.getObject("beat", OffsetDateTime.class))
        .findOne()
        .map(OffsetDateTime::toInstant);
  }

  static void add(
      Handle handle, UUID target, int segment, UUID person, Duration more, Instant now) {
    int changed =
        handle.execute(
            "update focus_time set seconds = seconds + ?, beat_at = ?"
                + " where target_id = ? and idx = ? and account_id = ?",
            more.toSeconds(),
            now.atOffset(ZoneOffset.UTC),
            target,
            segment,
            person);
    if (changed == 0) {
      handle.execute(
          "insert into focus_time (target_id, idx, account_id, seconds, beat_at)"
              + " values (?, ?, ?, ?, ?)",
          target,
          segment,
          person,
          more.toSeconds(),
          now.atOffset(ZoneOffset.UTC));
    }
  }

  /** Of everybody together. */
  static Duration total(Handle handle, UUID target) {
    return bySegment(handle, target).values().stream().reduce(Duration.ZERO, Duration::plus);
  }

  /** Of everybody together, by segment. */
  static Map<Integer, Duration> bySegment(Handle handle, UUID target) {
    Map<Integer, Duration> times = new TreeMap<>();
    handle
        .createQuery(
            "select idx, sum(seconds) as seconds from focus_time where target_id = :target"
                + " group by idx")
        .bind("target", target)
        .map((row, context) -> Map.entry(row.getInt("idx"), row.getLong("seconds")))
        .forEach(entry -> times.put(entry.getKey(), Duration.ofSeconds(entry.getValue())));
    return times;
  }
}
