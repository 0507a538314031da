package io.haidang.bench;

import io.haidang.models.CallContext;
import io.haidang.models.Generation;
import io.haidang.models.GenerationOptions;
import io.haidang.models.GenerationRequest;
import io.haidang.models.TextGenerator;
import io.haidang.models.onnx.NativeResources;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One translation of a list of texts, cut into batches of similar length that the threads share;
 * times in nanoseconds. Ordered by speed.
 *
 * @param inRuntime the time inside ONNX Runtime, summed over the threads
 * @param calls the time of each call, the shortest first
 * @param outputs in the order of the texts
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
record DecodingRun(long wall, long inRuntime, long[] calls, List<Generation> outputs)
    implements Comparable<DecodingRun> {

  /** How to translate; {@code batch} counts texts. */
  record Setting(int beams, int batch, int threads) {}

  private record Batch(List<Integer> places, long nanos, List<Generation> outputs) {}

  static DecodingRun measure(
      TextGenerator model, List<GenerationRequest> requests, Setting setting) {
    List<List<Integer>> batches = batches(requests, setting.batch);
    GenerationOptions options = GenerationOptions.DEFAULT.withBeams(setting.beams);
    AtomicInteger next = new AtomicInteger();
    Callable<List<Batch>> worker =
        () -> {
          List<Batch> made = new ArrayList<>();
          for (int i = next.getAndIncrement(); i < batches.size(); i = next.getAndIncrement()) {
            List<Integer> places = batches.get(i);
            long start = System.nanoTime();
            List<Generation> outputs =
                model.generate(
                    places.stream().map(requests::get).toList(), options, CallContext.PATIENT);
            made.add(new Batch(places, System.nanoTime() - start, outputs));
          }
          return made;
        };
    long runtimeBefore = NativeResources.runNanos();
    long start = System.nanoTime();
    List<Batch> made = sideBySide(worker, setting.threads);
    long wall = System.nanoTime() - start;
    return new DecodingRun(
        wall,
        NativeResources.runNanos() - runtimeBefore,
        made.stream().mapToLong(Batch::nanos).sorted().toArray(),
        inOrder(made, requests.size()));
  }

  /** Longest first, so that no thread ends with the longest batch alone. */
  private static List<List<Integer>> batches(List<GenerationRequest> requests, int size) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < requests.size(); i++) {
      places.add(i);
    }
    places.sort(Comparator.comparingInt((Integer i) -> requests.get(i).text().length()).reversed());
    List<List<Integer>> batches = new ArrayList<>();
    for (int from = 0; from < places.size(); from += size) {
      batches.add(places.subList(from, Math.min(places.size(), from + size)));
    }
    return batches;
  }

  private static List<Batch> sideBySide(Callable<List<Batch>> worker, int threads) {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Future<List<Batch>>> futures = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        futures.add(executor.submit(worker));
      }
      List<Batch> made = new ArrayList<>();
      for (Future<List<Batch>> future : futures) {
        made.addAll(future.get());
      }
      return made;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("translation: failed", e);
    } finally {
      executor.shutdown();
    }
  }

  private static List<Generation> inOrder(List<Batch> made, int size) {
    Generation[] outputs = new Generation[size];
    for (Batch batch : made) {
      for (int i = 0; i < batch.places.size(); i++) {
        outputs[batch.places.get(i)] = batch.outputs.get(i);
      }
    }
    return List.of(outputs);
  }

  double tokensPerSecond() {
    return outputs.stream().mapToLong(Generation::sourceTokens).sum() * 1e9 / wall;
  }

  /** Of the callers' time, between 0 and 1. */
  double runtimeShare() {
    return (double) inRuntime / Arrays.stream(calls).sum();
  }

  /** What so many of a hundred calls took no longer than, in milliseconds. */
  double percentile(int percent) {
    return calls[(calls.length - 1) * percent / 100] / 1e6;
  }

  @Override
  public int compareTo(DecodingRun other) {
    return Double.compare(tokensPerSecond(), other.tokensPerSecond());
  }
}
