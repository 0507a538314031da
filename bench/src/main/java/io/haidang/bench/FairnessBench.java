package io.haidang.bench;

import io.haidang.models.CallContext;
import io.haidang.models.Deadline;
import io.haidang.models.GenerationOptions;
import io.haidang.models.GenerationRequest;
import io.haidang.models.LanguagePair;
import io.haidang.models.ModelException;
import io.haidang.models.TextGenerator;
import io.haidang.models.registry.ModelRegistry;
import io.haidang.models.registry.ModelRoot;
import io.haidang.models.serving.ServingLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/**
 * Prints how long somebody waits for one sentence while the model has nothing else to do and while
 * a document of 2,000 sentences runs, and what concurrent callers gain by sharing batches. The
 * arguments are the repository root and, if wanted, the rows of a bulk batch.
 */
public final class FairnessBench {

  private static final LanguagePair PAIR = LanguagePair.of("vi", "en");
  private static final int DOCUMENT = 2_000;
  private static final int CALLS = 100;
  private static final int ROUNDS = 2;
  private static final int CALLERS = 16;
  private static final int CALLS_EACH = 8;
  private static final int SLOTS = 2;

  private final TextGenerator model;
  private final List<String> sentences;

  private FairnessBench(TextGenerator model, List<String> sentences) {
    this.model = model;
    this.sentences = sentences;
  }

  public static void main(String[] args) throws Exception {
    Path root = Path.of(args.length == 0 ? "." : args[0]);
    ServingLimits usual = ServingLimits.of(SLOTS);
    ServingLimits limits = args.length < 2 ? usual : withRows(usual, Integer.parseInt(args[1]));
    List<String> sentences = sentences(root);
    try (ModelRegistry registry = open(root, limits);
        TextGenerator model = registry.acquire(PAIR)) {
      new FairnessBench(model, sentences).fairness();
    }
    double alone = callersPerSecond(root, sentences, withRows(usual, 1));
    double shared = callersPerSecond(root, sentences, usual);
    System.out.printf(
        Locale.ROOT,
        "%d callers, one sentence each: %.1f sentences/s one by one, %.1f in shared batches: %.2f"
            + " times%n",
        CALLERS,
        alone,
        shared,
        shared / alone);
  }

  private static ModelRegistry open(Path root, ServingLimits limits) {
    ModelRoot bundled = new ModelRoot(root.resolve("models/bundled"), "bundled/", true);
    return ModelRegistry.open(List.of(bundled), limits, ModelRegistry.NO_LIMIT);
  }

  private static ServingLimits withRows(ServingLimits limits, int rows) {
    return new ServingLimits(
        limits.slots(),
        limits.reserved(),
        limits.waiting(),
        rows == 1 ? 1 : limits.interactiveRows(),
        rows,
        limits.linger(),
        limits.longestPause());
  }

  private void fairness() throws Exception {
    latencies(30);
    List<Long> idle = new ArrayList<>();
    List<Long> busy = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      idle.addAll(latencies(CALLS));
      busy.addAll(latenciesBesideDocument());
    }
    System.out.printf(
        Locale.ROOT,
        "one sentence: idle p50 %.1f ms, p95 %.1f ms; beside a document p50 %.1f ms, p95 %.1f ms;"
            + " p95 ratio %.2f%n",
        percentile(idle, 50),
        percentile(idle, 95),
        percentile(busy, 50),
        percentile(busy, 95),
        percentile(busy, 95) / percentile(idle, 95));
  }

  private List<Long> latenciesBesideDocument() throws Exception {
    AtomicBoolean enough = new AtomicBoolean();
    ExecutorService document = Executors.newSingleThreadExecutor();
    try {
      Future<?> running = document.submit(() -> translateDocument(enough));
      List<Long> measured = latencies(CALLS);
      if (running.isDone()) {
        throw new IllegalStateException("document: over too early (expected: still running)");
      }
      enough.set(true);
      running.get();
      return measured;
    } finally {
      document.shutdown();
    }
  }

  private void translateDocument(AtomicBoolean enough) {
    List<GenerationRequest> requests =
        IntStream.range(0, DOCUMENT).mapToObj(this::request).toList();
    try {
      model.generate(requests, GenerationOptions.DEFAULT, CallContext.bulk(enough::get));
    } catch (ModelException.Cancelled e) {
      // Measured enough.
    }
  }

  /** One call after the other, with a reader's pause in between; nanoseconds. */
  private List<Long> latencies(int calls) throws InterruptedException {
    List<Long> measured = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      Thread.sleep(20);
      long start = System.nanoTime();
      model.generate(
          List.of(request(i)), GenerationOptions.DEFAULT, CallContext.interactive(Deadline.NONE));
      measured.add(System.nanoTime() - start);
    }
    return measured;
  }

  private GenerationRequest request(int index) {
    return new GenerationRequest(sentences.get(index % sentences.size()), PAIR);
  }

  private static double percentile(List<Long> nanos, int percent) {
    List<Long> sorted = nanos.stream().sorted().toList();
    return sorted.get((int) Math.ceil(sorted.size() * percent / 100.0) - 1) / 1e6;
  }

  private static double callersPerSecond(Path root, List<String> sentences, ServingLimits limits)
      throws InterruptedException, ExecutionException {
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try (ModelRegistry registry = open(root, limits);
        TextGenerator model = registry.acquire(PAIR)) {
      FairnessBench bench = new FairnessBench(model, sentences);
      List<Callable<Integer>> work = new ArrayList<>();
      for (int caller = 0; caller < CALLERS; caller++) {
        int first = caller * CALLS_EACH;
        work.add(() -> bench.callOneByOne(first));
      }
      long start = System.nanoTime();
      int done = 0;
      for (Future<Integer> caller : callers.invokeAll(work)) {
        done += caller.get();
      }
      return done * 1e9 / (System.nanoTime() - start);
    } finally {
      callers.shutdown();
    }
  }

  private int callOneByOne(int first) {
    for (int i = first; i < first + CALLS_EACH; i++) {
      model.generate(
          List.of(request(i)),
          GenerationOptions.DEFAULT,
          CallContext.interactive(Deadline.after(Duration.ofMinutes(5), Clock.systemUTC())));
    }
    return CALLS_EACH;
  }

  private static List<String> sentences(Path root) throws IOException {
    String sample = Files.readString(root.resolve("docs/samples/directive.vi.txt"));
    return Arrays.stream(sample.split("(?<=[.;:])\\s+|\\n+", -1))
        .map(String::strip)
        .filter(sentence -> sentence.length() > 20)
        .toList();
  }
}
