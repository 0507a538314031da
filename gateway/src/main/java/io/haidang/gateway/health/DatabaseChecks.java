package io.haidang.gateway.health;

import io.haidang.gateway.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;

/** What the database tells about itself and about work. <b>Blocking:</b> SQL. */
public final class DatabaseChecks {

  /** Several missed heartbeats; the next process takes such a job up. */
  private static final Duration SILENT = Duration.ofMinutes(1);

  private final Database database;
  private final Clock clock;

  public DatabaseChecks(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Whether it answers. */
  public ComponentHealth answers() {
    return database.check()
        ? ComponentHealth.up(Map.of())
        : ComponentHealth.down("database-unreachable", Map.of());
  }

  /**
   * Jobs of translations.
   *
   * @param running whether this node takes jobs up
   */
  public ComponentHealth jobs(boolean running) {
    long silent =
        count(
            "select count(*) from scheduled_tasks where picked and last_heartbeat < :moment",
            SILENT);
    Map<String, Long> details = Map.of("silent", silent);
    if (!running) {
      return ComponentHealth.down("jobs-stopped", details);
    }
    return silent > 0
        ? ComponentHealth.degraded("jobs-silent", details)
        : ComponentHealth.up(details);
  }

  /** Messages to webhooks that were given up, until somebody replays or deletes them. */
  public ComponentHealth deliveries() {
    long dead =
        count(
            "select count(*) from webhook_delivery where state = 'DEAD' and created_at < :moment",
            Duration.ZERO);
    Map<String, Long> details = Map.of("dead", dead);
    return dead > 0
        ? ComponentHealth.degraded("deliveries-dead", details)
        : ComponentHealth.up(details);
  }

  private long count(String sql, Duration ago) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(sql)
                    .bind("moment", clock.instant().minus(ago).atOffset(ZoneOffset.UTC))
                    .mapTo(long.class)
                    .one());
  }
}
