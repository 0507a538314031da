package io.haidang.gateway.webhook;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.haidang.gateway.outbox.Lookout;
import io.haidang.gateway.outbox.RetryPlan;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.store.Schedulers;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

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

  private final Lookout lookout = new Lookout("webhooks", LOOK, this::look);
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
    this.courier = new Courier(database, sender, RetryPlan.usual(), clock);
    this.task =
        Tasks.oneTime("deliver", Void.class)
            .onFailure(new FailureHandler.OnFailureRetryLater<>(LOOK))
            .execute((instance, context) -> courier.run(UUID.fromString(instance.getId())));
    RecurringTask<Void> tidy =
        Tasks.recurring("tidy", FixedDelay.of(TIDY)).execute((instance, context) -> courier.tidy());
    this.scheduler =
        Schedulers.on(database, TABLE, clock, HEARTBEAT, LOOK, task)
            .startTasks(tidy)
            .threads(THREADS)
            .shutdownMaxWait(PATIENCE)
            .enableImmediateExecution()
            .build();
  }

  /** Begins to deliver, with what earlier processes left behind. */
  public void start() {
    scheduler.start();
    lookout.start();
  }

  private void look() {
    database
        .jdbi()
        .withHandle(handle -> WebhookTable.due(handle, clock.instant()))
        .forEach(
            id -> scheduler.scheduleIfNotExists(task.instance(id.toString()), clock.instant()));
  }

  /** Lets what is being sent come to its end. */
  @Override
  public void close() {
    lookout.close();
    scheduler.stop();
    sender.close();
  }
}
