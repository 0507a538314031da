package io.haidang.gateway.mail;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.haidang.gateway.QuietFault;
import io.haidang.gateway.inbox.Deadlines;
import io.haidang.gateway.inbox.Inbox;
import io.haidang.gateway.outbox.RetryPlan;
import io.haidang.gateway.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One durable job for all letters (db-scheduler), so that no two nodes send at a time; without a
 * server it only reminds people of deadlines and forgets old notifications.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL. <b>Owns:</b> its threads,
 * until {@link #close}.
 */
public final class MailJobs implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(MailJobs.class);

  private static final String TABLE = "letter_tasks";
  private static final Duration LOOK = Duration.ofSeconds(2);
  private static final Duration TIDY = Duration.ofHours(6);
  private static final Duration REMINDING = Duration.ofMinutes(10);
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int MISSED_HEARTBEATS = 4;

  private final ScheduledExecutorService lookout =
      Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "letters"));
  private final MailServer server;
  private final Postman postman;
  private final Clock clock;
  private final OneTimeTask<Void> task;
  private final Scheduler scheduler;

  /** Jobs that are not started yet. */
  public MailJobs(Database database, MailServer server, Clock clock) {
    this.server = server;
    this.clock = clock;
    RetryPlan plan =
        new RetryPlan(RetryPlan.PAUSES, () -> ThreadLocalRandom.current().nextDouble());
    this.postman = new Postman(database, server, plan, clock);
    Inbox inbox = new Inbox(database, clock);
    this.task =
        Tasks.oneTime("send", Void.class)
            .onFailure(new FailureHandler.OnFailureRetryLater<>(LOOK))
            .execute((instance, context) -> postman.run());
    RecurringTask<Void> tidy =
        Tasks.recurring("tidy", FixedDelay.of(TIDY))
            .execute(
                (instance, context) -> {
                  postman.tidy();
                  inbox.tidy();
                });
    Deadlines deadlines = new Deadlines(database, clock);
    RecurringTask<Void> remind =
        Tasks.recurring("remind", FixedDelay.of(REMINDING))
            .execute((instance, context) -> deadlines.remind());
    this.scheduler =
        Scheduler.create(database.dataSource(), task)
            .startTasks(tidy, remind)
            .tableName(TABLE)
            .clock(clock::instant)
            .threads(1)
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(MISSED_HEARTBEATS)
            .pollingInterval(LOOK)
            .shutdownMaxWait(PATIENCE)
            .failureLogging(LogLevel.WARN, false)
            .enableImmediateExecution()
            .build();
  }

  /** Begins to send, with what earlier processes left behind. */
  public void start() {
    scheduler.start();
    if (!server.isOff()) {
      ScheduledFuture<?> unused =
          lookout.scheduleWithFixedDelay(
              this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** Only reads while there is nothing to do. */
  private void look() {
    try {
      if (postman.hasWork()) {
        scheduler.scheduleIfNotExists(task.instance("all"), clock.instant());
      }
    } catch (RuntimeException e) {
      LOG.warn("letters: not looked after", QuietFault.of(e));
    }
  }

  /** Lets what is being sent come to its end. */
  @Override
  public void close() {
    lookout.shutdown();
    try {
      if (!lookout.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("letters: the lookout does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    scheduler.stop();
  }
}
