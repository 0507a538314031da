package io.haidang.gateway.jobs;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.QuietFault;
import io.haidang.gateway.traces.Attribute;
import io.haidang.gateway.traces.Span;
import io.haidang.gateway.traces.Step;
import io.haidang.gateway.traces.Tracer;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Translates what the jobs of its node ask over the event bus, on threads of its own. */
public final class TranslationWorker extends VerticleBase {

  /** Where requests go: {@code {"target": uuid}}. */
  static final String ADDRESS = "haidang.translate";

  private static final Logger LOG = LoggerFactory.getLogger(TranslationWorker.class);
  private static final long NO_LIMIT_HOURS = 24;

  /** Failure code of a reply: something broke that is no exception of the translation. */
  private static final int FAILED = 1;

  private final TargetRun run;
  private final int threads;
  private final JobListener listener;
  private final Tracer tracer;
  private final Set<Future<?>> running = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;

  /**
   * A worker.
   *
   * @param threads targets translated at a time, 1 or more
   */
  public TranslationWorker(TargetRun run, int threads) {
    this(run, threads, JobListener.NONE, Tracer.NONE);
  }

  /** The same, with somebody who is told of every run, and somebody who follows it. */
  public TranslationWorker(TargetRun run, int threads, JobListener listener, Tracer tracer) {
    this.run = run;
    this.threads = threads;
    this.listener = listener;
    this.tracer = tracer;
  }

  @Override
  public Future<?> start() {
    WorkerExecutor executor =
        vertx.createSharedWorkerExecutor("translation", threads, NO_LIMIT_HOURS, TimeUnit.HOURS);
    return vertx
        .eventBus()
        .<JsonObject>localConsumer(ADDRESS, message -> serve(executor, message))
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
    Future<WorkerReply> done = executor.executeBlocking(() -> translate(target), false);
    running.add(done);
    done.onSuccess(reply -> message.reply(reply.toJson()))
        .onFailure(failure -> message.fail(FAILED, failure.getClass().getSimpleName()))
        .onComplete(end -> running.remove(done));
  }

  private WorkerReply translate(UUID target) {
    long start = System.nanoTime();
    Span span = tracer.begin(Step.JOB).put(Attribute.JOB_ID, target.toString());
    WorkerReply reply = span.during(() -> reply(target, span));
    listener.ended(PublicName.of(reply.outcome()), System.nanoTime() - start);
    return reply;
  }

  /** Says how it ended; the job decides what follows. */
  private WorkerReply reply(UUID target, Span span) {
    try {
      run.run(target, () -> stopping, span);
      span.put(Attribute.OUTCOME, PublicName.of(WorkerReply.DONE.outcome()));
      return WorkerReply.DONE;
    } catch (RuntimeException e) {
      WorkerReply reply = WorkerReply.of(e);
      span.put(Attribute.OUTCOME, PublicName.of(reply.outcome()));
      if (reply.isFailure()) {
        span.failed(e.getClass().getSimpleName());
      }
      switch (reply.outcome()) {
        case STOPPING -> LOG.info("target {}: left for the next worker", target);
        case NOT_YET -> LOG.debug("target {}: waits for what it is made from", target);
        case OUTAGE -> LOG.warn("target {}: {}", target, reply.reason());
        case FOR_GOOD -> warn(target, "for good", e);
        default -> warn(target, "for now", e);
      }
      return reply;
    }
  }

  private static void warn(UUID target, String howLong, RuntimeException failure) {
    LOG.atWarn()
        .addKeyValue("target", target)
        .setCause(QuietFault.of(failure))
        .log("target {}: translation failed {}", target, howLong);
  }
}
