package io.haidang.gateway.mail;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.haidang.gateway.inbox.Deadlines;
import io.haidang.gateway.inbox.Inbox;
import io.haidang.gateway.outbox.Lookout;
import io.haidang.gateway.outbox.RetryPlan;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.store.Schedulers;
import java.time.Clock;
import java.time.Duration;

/**
 * One durable job for all letters (db-scheduler), so that no two nodes send at a time; without a
 * server it only reminds people of deadlines and forgets old notifications.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL. <b>Owns:</b> its threads,
 * until {@link #close}.
 */
public final class MailJobs implements AutoCloseable {

  private static final String TABLE = "letter_tasks";
  private static final Duration LOOK = Duration.ofSeconds(2);
  private static final Duration TIDY = Duration.ofHours(6);
  private static final Duration REMINDING = Duration.ofMinutes(10);
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Lookout lookout = new Lookout("letters", LOOK, this::look);
  private final MailServer server;
  private final Postman postman;
  private final Clock clock;
  private final OneTimeTask<Void> task;
  private final Scheduler scheduler;

  /** Jobs that are not started yet. */
  public MailJobs(Database database, MailServer server, Clock clock) {
    this.server = server;
    this.clock = clock;
    this.postman = new Postman(database, server, RetryPlan.usual(), clock);
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
        Schedulers.on(database, TABLE, clock, HEARTBEAT, LOOK, task)
            .startTasks(tidy, remind)
            .shutdownMaxWait(PATIENCE)
            .enableImmediateExecution()
            .build();
  }

  /** Begins to send, with what earlier processes left behind. */
  public void start() {
    scheduler.start();
    if (!server.isOff()) {
      lookout.start();
    }
  }

  private void look() {
    if (postman.hasWork()) {
      scheduler.scheduleIfNotExists(task.instance("all"), clock.instant());
    }
  }

  /** Lets what is being sent come to its end. */
  @Override
  public void close() {
    lookout.close();
    scheduler.stop();
  }
}
