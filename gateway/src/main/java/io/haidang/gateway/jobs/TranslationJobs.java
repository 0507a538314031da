package io.haidang.gateway.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.haidang.gateway.draft.TargetScheduler;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.store.Schedulers;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * One durable job per target, on the database that holds everything else (db-scheduler). A job
 * whose process died is taken up by another within seconds; a failed one is tried again with
 * growing pauses, {@value #TRIES} times in all, and then recorded as failed. Being stopped is no
 * failure, and an engine that is busy or away is waited for, see {@link OutagePolicy}.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL. <b>Owns:</b> its threads,
 * until {@link #close}.
 */
public final class TranslationJobs implements TargetScheduler, AutoCloseable {

  private static final String TABLE = "scheduled_tasks";
  private static final String TASK = "translate";
  private static final int TRIES = 5;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

  /** Until a job whose worker went away looks for the next one. */
  private static final Duration HAND_OVER = Duration.ofSeconds(1);

  private static final Duration HEARTBEAT = Duration.ofSeconds(2);
  private static final Duration POLLING = Duration.ofSeconds(1);
  private static final Duration SWEEP = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(24);

  private final Vertx vertx;
  private final Database database;
  private final TargetRun run;
  private final Clock clock;
  private final OutagePolicy outages;
  private final CustomTask<Void> task;
  private final Scheduler scheduler;

  /**
   * Jobs that ask the worker of their own node over the event bus of {@code vertx}: a job and its
   * run end together.
   *
   * @param threads jobs under way at a time, 1 or more
   */
  public TranslationJobs(Vertx vertx, Database database, TargetRun run, Clock clock, int threads) {
    this(vertx, database, run, clock, threads, FIRST_PAUSE);
  }

  /**
   * Jobs that wait another time before they try again.
   *
   * @param firstPause after the first failure; each one more waits half as long again
   */
  TranslationJobs(
      Vertx vertx,
      Database database,
      TargetRun run,
      Clock clock,
      int threads,
      Duration firstPause) {
    this.vertx = vertx;
    this.database = database;
    this.run = run;
    this.clock = clock;
    this.outages = new OutagePolicy(firstPause);
    this.task =
        Tasks.custom(TASK, Void.class)
            .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(firstPause))
            .execute(this::translate);
    RecurringTask<Void> sweep =
        Tasks.recurring("sweep", FixedDelay.of(SWEEP)).execute((instance, context) -> sweep());
    this.scheduler =
        Schedulers.on(database, TABLE, clock, HEARTBEAT, shorter(firstPause, POLLING), task)
            .startTasks(sweep)
            .threads(threads + 1)
            .shutdownMaxWait(Duration.ofSeconds(5))
            .failureLogging(LogLevel.DEBUG, false) // The worker has logged what matters.
            .enableImmediateExecution()
            .build();
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** Begins to work, with what earlier processes left behind. */
  public void start() {
    scheduler.start();
    sweep();
  }

  /** Whether jobs are taken up: between start and close. */
  public boolean isRunning() {
    return scheduler.getSchedulerState().isStarted()
        && !scheduler.getSchedulerState().isShuttingDown();
  }

  @Override
  public void schedule(UUID target) {
    scheduler.scheduleIfNotExists(task.instance(target.toString()), clock.instant());
  }

  private void sweep() {
    database.jdbi().withHandle(handle -> ForgottenTargets.of(handle, TASK)).forEach(this::schedule);
  }

  private CompletionHandler<Void> translate(TaskInstance<Void> instance, ExecutionContext context) {
    UUID target = UUID.fromString(instance.getId());
    WorkerReply reply = ask(target);
    return switch (reply.outcome()) {
      case DONE -> new OnCompleteRemove<>();
      case STOPPING, NOT_YET -> at(clock.instant().plus(HAND_OVER));
      case FAULT -> afterFault(target, reply, context);
      case OUTAGE -> afterOutage(target, reply);
      case FOR_GOOD -> giveUp(target, reply);
    };
  }

  private CompletionHandler<Void> afterFault(
      UUID target, WorkerReply reply, ExecutionContext context) {
    if (context.getExecution().consecutiveFailures < TRIES - 1) {
      throw new IllegalStateException("the worker failed: " + reply.reason());
    }
    return giveUp(target, reply);
  }

  private CompletionHandler<Void> afterOutage(UUID target, WorkerReply reply) {
    return run.await(target, reply, outages)
        .map(TranslationJobs::at)
        .orElseGet(() -> giveUp(target, reply));
  }

  private CompletionHandler<Void> giveUp(UUID target, WorkerReply reply) {
    run.fail(target, reply.reason());
    return new OnCompleteRemove<>();
  }

  private static CompletionHandler<Void> at(Instant moment) {
    return (done, operations) -> operations.reschedule(done, moment);
  }

  private WorkerReply ask(UUID target) {
    try {
      return WorkerReply.of(request(target).get().body());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ReplyException reply) {
        return reply.failureType() == ReplyFailure.NO_HANDLERS
            ? WorkerReply.STOPPING
            : WorkerReply.FAULT;
      }
      throw new IllegalStateException("the event bus failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped", e);
    }
  }

  private CompletableFuture<Message<JsonObject>> request(UUID target) {
    return vertx
        .eventBus()
        .<JsonObject>request(
            TranslationWorker.ADDRESS,
            new JsonObject().put("target", target.toString()),
            new DeliveryOptions().setSendTimeout(LONGEST.toMillis()).setLocalOnly(true))
        .toCompletionStage()
        .toCompletableFuture();
  }

  @Override
  public void close() {
    scheduler.stop();
  }
}
