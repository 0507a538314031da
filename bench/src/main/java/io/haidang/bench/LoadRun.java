package io.haidang.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Callers who each call again as soon as they have an answer, until enough has been called.
 *
 * @param goodByCaller good answers of each
 * @param bad refused calls of all
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
public record LoadRun(int[] goodByCaller, int bad) {

  /**
   * Runs to the end.
   *
   * @param call by the number of the caller; says whether it was answered
   */
  public static LoadRun of(int callers, int calls, IntPredicate call)
      throws InterruptedException, ExecutionException {
    AtomicInteger left = new AtomicInteger(calls);
    AtomicInteger bad = new AtomicInteger();
    int[] good = new int[callers];
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int caller = 0; caller < callers; caller++) {
        int number = caller;
        running.add(
            threads.submit(
                () -> {
                  while (left.getAndDecrement() > 0) {
                    if (call.test(number)) {
                      good[number]++;
                    } else {
                      bad.incrementAndGet();
                    }
                  }
                }));
      }
      for (Future<?> one : running) {
        one.get();
      }
    } finally {
      threads.shutdown();
    }
    return new LoadRun(good, bad.get());
  }

  /** Good answers of all. */
  public int good() {
    return IntStream.of(goodByCaller).sum();
  }
}
