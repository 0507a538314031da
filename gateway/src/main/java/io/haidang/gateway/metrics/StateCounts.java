package io.haidang.gateway.metrics;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.haidang.gateway.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * How much is in which state, counted by the database at most every few seconds.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL.
 */
final class StateCounts {

  private static final Duration FRESH = Duration.ofSeconds(5);

  /** Where jobs wait, with the table and the name that they have there. */
  enum Queue {
    TRANSLATE("scheduled_tasks", "translate"),
    DOCUMENT("document_tasks", "document"),
    WEBHOOK("webhook_tasks", "deliver");

    private final String table;
    private final String task;

    Queue(String table, String task) {
      this.table = table;
      this.task = task;
    }
  }

  /** Jobs of one queue. */
  record Jobs(long later, long due, long running, long retrying, double lateSeconds) {}

  /** Everything that was counted. */
  record Snapshot(
      Map<Queue, Jobs> jobs,
      Map<String, Long> targets,
      Map<String, Long> documents,
      Map<String, Long> deliveries) {

    Jobs jobs(Queue queue) {
      return jobs.getOrDefault(queue, new Jobs(0, 0, 0, 0, 0));
    }

    long targets(String state) {
      return targets.getOrDefault(state, 0L);
    }

    long documents(String state) {
      return documents.getOrDefault(state, 0L);
    }

    long deliveries(String state) {
      return deliveries.getOrDefault(state, 0L);
    }
  }

  private final Database database;
  private final LoadingCache<String, Snapshot> cache =
      Caffeine.newBuilder().expireAfterWrite(FRESH).build(key -> count());

  StateCounts(Database database) {
    this.database = database;
  }

  Snapshot now() {
    return cache.get("");
  }

  private Snapshot count() {
    return database
        .jdbi()
        .withHandle(
            handle -> {
              Map<Queue, Jobs> jobs = new EnumMap<>(Queue.class);
              for (Queue queue : Queue.values()) {
                jobs.put(queue, jobs(handle, queue));
              }
              return new Snapshot(
                  jobs,
                  states(handle, "target"),
                  states(handle, "client_document"),
                  states(handle, "webhook_delivery"));
            });
  }

  private static Jobs jobs(Handle handle, Queue queue) {
    Instant now = Instant.now();
    return handle
        .createQuery(
            "select sum(case when not picked and execution_time > :now then 1 else 0 end) as later,"
                + " sum(case when not picked and execution_time <= :now then 1 else 0 end) as due,"
                + " sum(case when picked then 1 else 0 end) as running,"
                + " sum(case when consecutive_failures > 0 then 1 else 0 end) as retrying,"
                + " min(case when not picked then execution_time end) as first"
                + " from "
                + queue.table
                + " where task_name = :task")
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .bind("task", queue.task)
        .map(
            (row, context) ->
                new Jobs(
                    row.getLong("later"),
                    row.getLong("due"),
                    row.getLong("running"),
                    row.getLong("retrying"),
                    late(row.getObject("first", OffsetDateTime.class), now)))
        .one();
  }

  private static double late(@Nullable OffsetDateTime first, Instant now) {
    return first == null ? 0 : Math.max(0, Duration.between(first.toInstant(), now).toSeconds());
  }

  private static Map<String, Long> states(Handle handle, String table) {
    return handle
        .createQuery("select state, count(*) as many from " + table + " group by state")
        .map((row, context) -> Map.entry(row.getString("state"), row.getLong("many")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
