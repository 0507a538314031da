package io.haidang.gateway.http.kit;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.http.error.Problem;
import io.haidang.models.ModelException;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.concurrent.Callable;

/**
 * Calls that take an engine for a while wait here, none of them on a thread, and go on by
 * start-time fair queueing (Goyal, Vin and Cheng, 1996): keys that want something at the same time
 * get the same share, whoever asks more often and whatever the texts' lengths. A call that has not
 * begun when nobody wants its answer any more is told so at that moment.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use.
 */
public final class FairLine {

  /**
   * Calls under way at a time. Most of them wait for a model, which takes as many texts into a
   * batch as are there: with too few, it computes half-empty batches.
   */
  private static final int PLACES = 64;

  /** What a call weighs beside its text. */
  private static final int LEAST_COST = 20;

  /** Most calls that wait. */
  private static final int WAITING = 10_000;

  private final Vertx vertx;
  private final WorkerExecutor threads;
  private final int places;
  private final PriorityQueue<Waiting> line =
      new PriorityQueue<>(
          Comparator.comparingLong(Waiting::turn).thenComparingLong(Waiting::number));
  private final Map<UUID, Long> next = new HashMap<>();
  private long now;
  private long number;
  private int underWay;

  public FairLine(Vertx vertx) {
    this(vertx, PLACES);
  }

  FairLine(Vertx vertx, int places) {
    this.vertx = vertx;
    this.places = places;
    this.threads = vertx.createSharedWorkerExecutor("fair-line", places);
  }

  /**
   * A call in the line.
   *
   * @param turn when it would be its turn if all keys shared the engine evenly; smaller is earlier
   * @param number tells calls with the same turn apart
   */
  private record Waiting(long turn, long number, Runnable begin) {}

  /**
   * Runs a call on a thread that may block, when it is its turn.
   *
   * @param key whose share it takes
   * @param cost how much of it, such as the length of its text, 0 or more
   * @param patience after which the answer is worth nothing
   * @return fails with {@link ModelException.DeadlineExceeded} when its turn comes too late, and
   *     with {@code overloaded} when too many wait
   */
  public <T> Future<T> run(UUID key, int cost, Duration patience, Callable<T> call) {
    Context context = vertx.getOrCreateContext();
    Promise<T> answer = Promise.promise();
    long timer =
        vertx.setTimer(
            Math.max(1, patience.toMillis()),
            id -> answer.tryFail(new ModelException.DeadlineExceeded()));
    Callable<T> step = RequestSpan.within(call);
    Runnable begin = () -> context.runOnContext(turn -> begin(timer, step, answer));
    if (!enter(key, cost, begin)) {
      vertx.cancelTimer(timer);
      answer.fail(full());
    }
    return answer.future();
  }

  private <T> void begin(long timer, Callable<T> call, Promise<T> answer) {
    if (!vertx.cancelTimer(timer)) {
      leave(); // Nobody waits for it any more.
      return;
    }
    threads
        .executeBlocking(call, false)
        .onComplete(
            (value, failure) -> {
              leave();
              answer.complete(value, failure);
            });
  }

  /** Begins a call at once, or lines it up; false when the line is too long. */
  private boolean enter(UUID key, int cost, Runnable begin) {
    synchronized (line) {
      if (line.size() >= WAITING) {
        return false;
      }
      long turn = Math.max(now, next.getOrDefault(key, 0L));
      next.put(key, turn + LEAST_COST + cost);
      line.add(new Waiting(turn, number++, begin));
    }
    callNext();
    return true;
  }

  private void leave() {
    synchronized (line) {
      underWay--;
    }
    callNext();
  }

  private void callNext() {
    Waiting called;
    synchronized (line) {
      if (underWay >= places || line.isEmpty()) {
        return;
      }
      called = line.remove();
      underWay++;
      now = called.turn();
      if (line.isEmpty()) {
        next.values().removeIf(turn -> turn <= now); // Who has nothing here has no past.
      }
    }
    called.begin().run();
  }

  private static GatewayException full() {
    return new GatewayException(
        ErrorCode.OVERLOADED,
        "requests: too many wait (expected: at most " + WAITING + ")",
        Map.of(Problem.RETRY_AFTER, 1));
  }
}
