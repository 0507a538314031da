package io.haidang.gateway.jobs;

import io.haidang.models.ModelException;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.eventbus.Message;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
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

  private final TranslationRun run;
  private final int threads;
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

  @Override
  public Future<?> stop() {
    stopping = true;
    return Future.succeededFuture();
  }

  private void serve(WorkerExecutor executor, Message<JsonObject> message) {
    UUID target = UUID.fromString(message.body().getString("target"));
    executor
        .executeBlocking(
            () -> {
              translate(target);
              return target;
            },
            false)
        .onSuccess(done -> message.reply(new JsonObject()))
        .onFailure(failure -> message.fail(0, failure.getClass().getSimpleName()));
  }

  /** Records a failure that is for good; throws one that may pass, so that the job tries again. */
  private void translate(UUID target) {
    try {
      run.run(target, () -> stopping);
    } catch (RuntimeException e) {
      boolean passing = e instanceof ModelException model && model.retryable();
      LOG.warn("target {}: translation failed {}", target, passing ? "for now" : "for good", e);
      if (passing) {
        throw e;
      }
      run.fail(target, e);
    }
  }
}
