package io.haidang.gateway.clientdocs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.QuietFault;
import io.haidang.gateway.clientterms.ClientTerms;
import io.haidang.gateway.crash.Attempt;
import io.haidang.gateway.crash.CrashGuard;
import io.haidang.gateway.engine.EngineFailure;
import io.haidang.gateway.engine.EngineRouter;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.store.Schedulers;
import io.haidang.gateway.traces.Attribute;
import io.haidang.gateway.traces.Span;
import io.haidang.gateway.traces.Step;
import io.haidang.gateway.traces.Tracer;
import io.haidang.models.Cancellation;
import io.haidang.models.ModelException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One durable job for each document of a client (db-scheduler). A job whose process died is taken
 * up by another; one whose engine is away is tried again with growing pauses.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL. <b>Owns:</b> its threads,
 * until {@link #close}.
 */
public final class DocumentJobs implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DocumentJobs.class);
  private static final String TABLE = "document_tasks";
  private static final String TASK = "document";
  private static final int TRIES = 8;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

  /** Longer than a step of other work takes. */
  private static final Duration TURN = Duration.ofMinutes(10);

  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration SWEEP = Duration.ofMinutes(1);
  private static final Duration HEARTBEAT = Duration.ofSeconds(2);

  private final Database database;
  private final DocumentRun run;
  private final DocumentSignals signals;
  private final CrashGuard crashes;
  private final Clock clock;
  private final Tracer tracer;
  private final OneTimeTask<Void> task;
  private final Scheduler scheduler;

  /**
   * Jobs that are not started yet.
   *
   * @param signals told what is finished
   * @param crashes sets aside what the process dies of
   * @param threads documents under way at a time, 1 or more
   * @param tracer follows every run
   */
  public DocumentJobs(
      Database database,
      EngineRouter engines,
      ClientTerms terms,
      DocumentSignals signals,
      CrashGuard crashes,
      Clock clock,
      int threads,
      Tracer tracer) {
    this.database = database;
    this.run = new DocumentRun(database, engines, terms);
    this.signals = signals;
    this.crashes = crashes;
    this.clock = clock;
    this.tracer = tracer;
    this.task =
        Tasks.oneTime(TASK, Void.class)
            .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_PAUSE))
            .execute(this::translate);
    RecurringTask<Void> sweep =
        Tasks.recurring("sweep", FixedDelay.of(SWEEP)).execute((instance, context) -> sweep());
    this.scheduler =
        Schedulers.on(database, TABLE, clock, HEARTBEAT, LOOK, task)
            .startTasks(sweep)
            .threads(threads + 1)
            .shutdownMaxWait(Duration.ofSeconds(5))
            .failureLogging(LogLevel.DEBUG, false) // What matters is logged here.
            .enableImmediateExecution()
            .build();
  }

  /** Begins to work, with what earlier processes left behind. */
  public void start() {
    scheduler.start();
    sweep();
  }

  /** Has a document translated. */
  public void schedule(UUID document) {
    scheduler.scheduleIfNotExists(task.instance(document.toString()), clock.instant());
  }

  /** Schedules what was stored and has no job, and deletes what nobody asks for any more. */
  private void sweep() {
    database.jdbi().useHandle(handle -> DocumentTable.deleteExpired(handle, clock.instant()));
    database
        .jdbi()
        .withHandle(handle -> DocumentTable.forgotten(handle, TASK))
        .forEach(this::schedule);
  }

  private void translate(TaskInstance<Void> instance, ExecutionContext context) {
    UUID id = UUID.fromString(instance.getId());
    try {
      traced(id, () -> context.getSchedulerState().isShuttingDown());
      signals.finished(id);
    } catch (ModelException.Cancelled e) {
      throw e; // The process is being stopped; the next one goes on.
    } catch (RuntimeException e) {
      if (isPassing(e) && context.getExecution().consecutiveFailures < TRIES - 1) {
        throw e;
      }
      LOG.error("document {} failed", id, QuietFault.of(e));
      String reason = reason(e);
      database.jdbi().useTransaction(handle -> fail(handle, id, reason));
      signals.finished(id);
    }
  }

  private void traced(UUID id, Cancellation cancellation) {
    Span span = tracer.begin(Step.JOB).put(Attribute.JOB_ID, id.toString());
    span.during(
        () -> {
          translate(id, cancellation, span);
          span.put(Attribute.OUTCOME, "done");
          return id;
        });
  }

  private void translate(UUID id, Cancellation cancellation, Span span) {
    Attempt attempt = crashes.begin(id, TURN).orElseThrow(DocumentJobs::busy);
    try {
      run.run(id, cancellation, span);
    } finally {
      attempt.close();
    }
  }

  private static void fail(Handle handle, UUID id, String reason) {
    DocumentTable.fail(handle, id, reason);
    CrashGuard.forget(handle, id);
  }

  private static ModelException busy() {
    return new ModelException.Overloaded(
        "document: work that the service may have died of comes first", FIRST_PAUSE);
  }

  private static boolean isPassing(RuntimeException e) {
    if (e instanceof GatewayException known) {
      return known.code() != ErrorCode.WORKER_CRASHED;
    }
    return !(e instanceof ModelException engine) || EngineFailure.isOutage(engine);
  }

  /** What broke here may name files of the server, which are no client's business. */
  private static String reason(RuntimeException e) {
    return e instanceof GatewayException || isKnown(e)
        ? String.valueOf(e.getMessage())
        : "something broke here";
  }

  private static boolean isKnown(RuntimeException e) {
    return e instanceof ModelException engine && EngineFailure.code(engine) != ErrorCode.INTERNAL;
  }

  @Override
  public void close() {
    scheduler.stop();
  }
}
