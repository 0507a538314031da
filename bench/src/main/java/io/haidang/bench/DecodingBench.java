package io.haidang.bench;

import io.haidang.models.CallContext;
import io.haidang.models.Generation;
import io.haidang.models.GenerationOptions;
import io.haidang.models.GenerationRequest;
import io.haidang.models.LanguagePair;
import io.haidang.models.TextGenerator;
import io.haidang.models.onnx.NativeResources;
import io.haidang.models.registry.ModelRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Prints how fast the bundled model translates: source tokens per second, latency, and the share of
 * the callers' time spent inside ONNX Runtime. Run from the repository root, or name the root as
 * the only argument.
 */
public final class DecodingBench {

  private static final LanguagePair PAIR = LanguagePair.of("vi", "en");
  private static final int SENTENCE_WORDS = 25;
  private static final int SENTENCES = 200;
  private static final int SINGLE_CALLS = 100;
  private static final int LONG_CALLS = 5;
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.;:])\\s+|\\n+");

  private final TextGenerator model;

  private DecodingBench(TextGenerator model) {
    this.model = model;
  }

  /** One line of the table; times in nanoseconds. */
  private record Measured(long wall, long inRuntime, long tokens, List<Long> latencies) {

    long percentile(int percent) {
      List<Long> sorted = latencies.stream().sorted().toList();
      int rank = (int) Math.ceil(sorted.size() * percent / 100.0);
      return sorted.get(Math.max(0, rank - 1));
    }
  }

  /** What one call took; nanoseconds and source tokens. */
  private record Call(long nanos, long tokens) {}

  public static void main(String[] args) throws Exception {
    Path root = Path.of(args.length == 0 ? "." : args[0]);
    List<String> words = words(root);
    List<String> single = List.of(String.join(" ", words.subList(0, SENTENCE_WORDS)));
    List<String> many = sentences(root);
    System.out.printf(
        "Java %s, %d processors, bundled/vi-en%n",
        System.getProperty("java.version"), Runtime.getRuntime().availableProcessors());
    System.out.println(
        "work                      beams threads  tokens/s   p50 ms   p95 ms  in ONNX Runtime");
    try (ModelRegistry registry =
            ModelRegistry.open(root.resolve("models/bundled"), "bundled/", 2);
        TextGenerator model = registry.acquire(PAIR)) {
      DecodingBench bench = new DecodingBench(model);
      for (int beams : new int[] {1, 4}) {
        bench.measure(many, beams, 1, 2);
        for (int threads : new int[] {1, 2}) {
          print(
              "one 25-word sentence",
              beams,
              threads,
              bench.measure(single, beams, threads, SINGLE_CALLS));
        }
        for (int threads : new int[] {1, 2}) {
          print(
              SENTENCES + " sentences",
              beams,
              threads,
              bench.measure(many, beams, threads, LONG_CALLS));
        }
      }
    }
  }

  /** Each thread makes {@code calls} calls of its own, all threads side by side. */
  private Measured measure(List<String> texts, int beams, int threads, int calls)
      throws InterruptedException, ExecutionException {
    List<GenerationRequest> requests =
        texts.stream().map(text -> new GenerationRequest(text, PAIR)).toList();
    GenerationOptions options = GenerationOptions.DEFAULT.withBeams(beams);
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      long runtimeBefore = NativeResources.runNanos();
      long start = System.nanoTime();
      List<Callable<List<Call>>> workers = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        workers.add(
            () -> IntStream.range(0, calls).mapToObj(n -> call(requests, options)).toList());
      }
      List<Call> made = new ArrayList<>();
      for (Future<List<Call>> worker : executor.invokeAll(workers)) {
        made.addAll(worker.get());
      }
      return new Measured(
          System.nanoTime() - start,
          NativeResources.runNanos() - runtimeBefore,
          made.stream().mapToLong(Call::tokens).sum(),
          made.stream().map(Call::nanos).toList());
    } finally {
      executor.shutdown();
    }
  }

  private Call call(List<GenerationRequest> requests, GenerationOptions options) {
    long start = System.nanoTime();
    List<Generation> outputs = model.generate(requests, options, CallContext.PATIENT);
    long tokens = outputs.stream().mapToLong(Generation::sourceTokens).sum();
    return new Call(System.nanoTime() - start, tokens);
  }

  private static void print(String work, int beams, int threads, Measured measured) {
    double busy = measured.latencies.stream().mapToLong(Long::longValue).sum();
    System.out.printf(
        Locale.ROOT,
        "%-25s %5d %7d %9.0f %8.1f %8.1f %15.0f%%%n",
        work,
        beams,
        threads,
        measured.tokens * 1e9 / measured.wall,
        measured.percentile(50) / 1e6,
        measured.percentile(95) / 1e6,
        100 * measured.inRuntime / busy);
  }

  private static String sample(Path root) throws IOException {
    return Files.readString(root.resolve("docs/samples/directive.vi.txt"));
  }

  /** The words of the first paragraphs of prose. */
  private static List<String> words(Path root) throws IOException {
    String prose = sample(root);
    return Arrays.stream(prose.substring(prose.indexOf("Công tác")).strip().split("\\s+", -1))
        .toList();
  }

  /** The sample's sentences, again and again until there are enough. */
  private static List<String> sentences(Path root) throws IOException {
    List<String> sentences =
        SENTENCE_END
            .splitAsStream(sample(root))
            .map(String::strip)
            .filter(s -> !s.isEmpty())
            .toList();
    return IntStream.range(0, SENTENCES)
        .mapToObj(i -> sentences.get(i % sentences.size()))
        .toList();
  }
}
