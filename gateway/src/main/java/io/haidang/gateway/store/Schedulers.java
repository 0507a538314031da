package io.haidang.gateway.store;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Clock;
import java.time.Duration;

/** What the schedulers of all durable jobs have in common (db-scheduler). */
public final class Schedulers {

  /** After so many a node is taken for dead, and its jobs are taken up by others. */
  private static final int MISSED_HEARTBEATS = 4;

  private Schedulers() {}

  /**
   * One that is not built yet. It works with one thread and looks every {@code polling} for jobs
   * that are due, unless told otherwise.
   *
   * @param table whose jobs are kept apart from all others
   * @param heartbeat how often a node says of a job that it is at it
   */
  public static SchedulerBuilder on(
      Database database,
      String table,
      Clock clock,
      Duration heartbeat,
      Duration polling,
      Task<?>... tasks) {
    return Scheduler.create(database.dataSource(), tasks)
        .tableName(table)
        .clock(clock::instant)
        .threads(1)
        .heartbeatInterval(heartbeat)
        .missedHeartbeatsLimit(MISSED_HEARTBEATS)
        .pollingInterval(polling)
        .failureLogging(LogLevel.WARN, false);
  }
}
