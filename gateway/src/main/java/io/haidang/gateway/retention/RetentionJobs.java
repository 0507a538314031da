package io.haidang.gateway.retention;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.store.Schedulers;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;

/**
 * One durable job (db-scheduler) that deletes every night what the policy no longer keeps, on
 * whichever node takes it; a night on which no server ran is made up for at the next start.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL. <b>Owns:</b> its threads,
 * until {@link #close}.
 */
public final class RetentionJobs implements AutoCloseable {

  /** On the clock of the office; after the hour at which backups are usually made. */
  public static final LocalTime AT = LocalTime.of(3, 30);

  private static final String TABLE = "retention_tasks";
  private static final Duration POLLING = Duration.ofMinutes(1);
  private static final Duration HEARTBEAT = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Scheduler scheduler;

  /** Jobs that are not started yet. */
  public RetentionJobs(Database database, Clock clock) {
    this(database, clock, POLLING);
  }

  /** Jobs that look for their hour at another pace. */
  RetentionJobs(Database database, Clock clock, Duration polling) {
    NightlyRun run = new NightlyRun(database, clock);
    RecurringTask<Void> nightly =
        Tasks.recurring("delete", new Daily(Office.ZONE, AT))
            .execute((instance, context) -> run.run());
    this.scheduler =
        Schedulers.on(database, TABLE, clock, HEARTBEAT, polling)
            .startTasks(nightly)
            .shutdownMaxWait(PATIENCE)
            .build();
  }

  public void start() {
    scheduler.start();
  }

  /** Lets the story that is being deleted come to its end. */
  @Override
  public void close() {
    scheduler.stop();
  }
}
