package io.haidang.gateway.jobs;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.QuietFault;
import io.haidang.models.ModelException;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.eventbus.Message;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Translates what it is asked to over the event bus, on threads of its own. It may run in another
 * process than the job that asks.
 */
public final class TranslationWorker extends VerticleBase {

  /** Where requests go: {@code {"target": uuid}}. */
  static final String ADDRESS = "haidang.translate";

  private static final Logger LOG = LoggerFactory.getLogger(TranslationWorker.class);
  private static final long NO_LIMIT_HOURS = 24;

  /** Failure code of a reply: the model may do better next time. */
  static final int FAILED_FOR_NOW = 1;

  /** Failure code of a reply: this worker is going away, which is nobody's fault. */
  static final int STOPPING = 2;

  private final TranslationRun run;
  private final int threads;
  private final Set<Future<?>> running = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;

  /**
   * A worker.
   *
   * @param threads targets translated at a time, 1 or more
   */
  public TranslationWorker(TranslationRun run, int threads) {
    this.run = run;
    this.threads = threads;
  }

  @Override
  public Future<?> start() {
    WorkerExecutor executor =
        vertx.createSharedWorkerExecutor("translation", threads, NO_LIMIT_HOURS, TimeUnit.HOURS);
    return vertx
        .eventBus()
        .<JsonObject>consumer(ADDRESS, message -> serve(executor, message))
        .completion();
  }

  /** Completes when every translation has come to the end of its step and let go. */
  @Override
  public Future<?> stop() {
    stopping = true;
    return Future.join(List.copyOf(running)).otherwiseEmpty();
  }

  private void serve(WorkerExecutor executor, Message<JsonObject> message) {
    UUID target = UUID.fromString(message.body().getString("target"));
    Future<UUID> done =
        executor.executeBlocking(
            () -> {
              translate(target);
              return target;
            },
            false);
    running.add(done);
    done.onSuccess(id -> message.reply(new JsonObject()))
        .onFailure(failure -> message.fail(code(failure), failure.getClass().getSimpleName()))
        .onComplete(end -> running.remove(done));
  }

  private static int code(Throwable failure) {
    return failure instanceof ModelException.Cancelled ? STOPPING : FAILED_FOR_NOW;
  }

  /** Records a failure that is for good; throws one that may pass, so that the job tries again. */
  private void translate(UUID target) {
    try {
      run.run(target, () -> stopping);
    } catch (RuntimeException e) {
      boolean passing = mayPass(e);
      if (e instanceof ModelException.Cancelled) {
        LOG.info("target {}: left for the next worker", target);
        throw e;
      }
      LOG.warn(
          "target {}: translation failed {}",
          target,
          passing ? "for now" : "for good",
          QuietFault.of(e));
      if (passing) {
        throw e;
      }
      run.fail(target, e);
    }
  }

  /**
   * Whether another try may go better: the engine, the database, or another worker that was faster.
   */
  private static boolean mayPass(RuntimeException e) {
    return (e instanceof ModelException model && model.retryable())
        || e instanceof JdbiException
        || (e instanceof GatewayException known && known.code() == ErrorCode.STALE_VERSION);
  }
}
