package io.haidang.gateway.http.kit;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.concurrent.Callable;

/**
 * Takes blocking calls off the event loop.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use.
 */
public final class Blocking {

  private static final int THREADS = 8;

  private final WorkerExecutor executor;

  public Blocking(Vertx vertx) {
    this(vertx, "http-blocking");
  }

  /** Threads of their own for calls that would take the others' for seconds. */
  public Blocking(Vertx vertx, String name) {
    this(vertx, name, THREADS);
  }

  /** So many threads of their own. */
  public Blocking(Vertx vertx, String name, int threads) {
    executor = vertx.createSharedWorkerExecutor(name, threads);
  }

  /** Runs {@code call} on a thread that may wait; calls run side by side. */
  public <T> Future<T> run(Callable<T> call) {
    return executor.executeBlocking(RequestSpan.within(call), false);
  }
}
