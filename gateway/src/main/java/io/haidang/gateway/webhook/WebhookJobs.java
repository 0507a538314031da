package io.haidang.gateway.webhook;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.haidang.gateway.QuietFault;
import io.haidang.gateway.outbox.RetryPlan;
import io.haidang.gateway.store.Database;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One durable job for each subscription with something to send (db-scheduler), so that no two nodes
 * write to one receiver at a time, and a receiver that is away holds up nobody else's messages.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL. <b>Owns:</b> its threads
 * and its client, until {@link #close}.
 */
public final class WebhookJobs implements AutoCloseable {

  private static final String TABLE = "webhook_tasks";

  /** They mostly wait for an answer, each {@link #PATIENCE} at most. */
  private static final int THREADS = 32;

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration TIDY = Duration.ofHours(6);
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);
  private static final int MISSED_HEARTBEATS = 4;

  private static final Logger LOG = LoggerFactory.getLogger(WebhookJobs.class);

  private final ScheduledExecutorService lookout =
      Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "webhooks"));
  private final Database database;
  private final Clock clock;
  private final Sender sender;
  private final Courier courier;
  private final OneTimeTask<Void> task;
  private final Scheduler scheduler;

  /** Jobs that are not started yet. */
  public WebhookJobs(Vertx vertx, Database database, AddressRules rules, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.sender = new Sender(vertx, rules, HostLookup.SYSTEM, PATIENCE, clock);
    RetryPlan plan =
        new RetryPlan(RetryPlan.PAUSES, () -> ThreadLocalRandom.current().nextDouble());
    this.courier = new Courier(database, sender, plan, clock);
    this.task =
        Tasks.oneTime("deliver", Void.class)
            .onFailure(new FailureHandler.OnFailureRetryLater<>(LOOK))
            .execute((instance, context) -> courier.run(UUID.fromString(instance.getId())));
    RecurringTask<Void> tidy =
        Tasks.recurring("tidy", FixedDelay.of(TIDY)).execute((instance, context) -> courier.tidy());
    this.scheduler =
        Scheduler.create(database.dataSource(), task)
            .startTasks(tidy)
            .tableName(TABLE)
            .clock(clock::instant)
            .threads(THREADS)
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(MISSED_HEARTBEATS)
            .pollingInterval(LOOK)
            .shutdownMaxWait(PATIENCE)
            .failureLogging(LogLevel.WARN, false)
            .enableImmediateExecution()
            .build();
  }

  /** Begins to deliver, with what earlier processes left behind. */
  public void start() {
    scheduler.start();
    ScheduledFuture<?> unused =
        lookout.scheduleWithFixedDelay(
            this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Only reads while there is nothing to do; a durable job for that would write every second. */
  private void look() {
    try {
      database
          .jdbi()
          .withHandle(handle -> WebhookTable.due(handle, clock.instant()))
          .forEach(
              id -> scheduler.scheduleIfNotExists(task.instance(id.toString()), clock.instant()));
    } catch (RuntimeException e) {
      LOG.warn("webhooks: not looked after", QuietFault.of(e));
    }
  }

  /** Lets what is being sent come to its end; nobody is interrupted while the database writes. */
  @Override
  public void close() {
    lookout.shutdown();
    awaitEnd();
    scheduler.stop();
    sender.close();
  }

  private void awaitEnd() {
    try {
      if (!lookout.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("webhooks: the lookout does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
