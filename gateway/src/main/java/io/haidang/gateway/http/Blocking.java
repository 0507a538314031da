package io.haidang.gateway.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.Callable;

/**
 * Takes blocking calls off the event loop.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use.
 */
public final class Blocking {

  private static final int THREADS = 8;

  private final WorkerExecutor executor;

  Blocking(Vertx vertx) {
    this(vertx, "http-blocking");
  }

  /** Threads of their own for calls that would take the others' for seconds. */
  Blocking(Vertx vertx, String name) {
    executor = vertx.createSharedWorkerExecutor(name, THREADS);
  }

  /** Runs {@code call} on a thread that may wait; calls run side by side. */
  public <T> Future<T> run(Callable<T> call) {
    return executor.executeBlocking(call, false);
  }

  /** The same, and what {@code body} returns or throws is the answer to {@code request}. */
  void answer(RoutingContext request, int status, Callable<JsonObject> body) {
    run(body).onFailure(request::fail).onSuccess(json -> Answers.json(request, status, json));
  }
}
