package io.haidang.bench;

import io.haidang.models.CallContext;
import io.haidang.models.Generation;
import io.haidang.models.GenerationOptions;
import io.haidang.models.GenerationRequest;
import io.haidang.models.LanguagePair;
import io.haidang.models.TextGenerator;
import io.haidang.models.registry.ModelRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Prints how fast the bundled model translates: source tokens per second by beam, batch and
 * threads, latency of one sentence, the share of the time spent inside ONNX Runtime, and memory
 * over many sentences. Run from the repository root, or name the root as the only argument.
 */
public final class DecodingBench {

  private static final LanguagePair PAIR = LanguagePair.of("vi", "en");
  private static final int SENTENCE_WORDS = 25;
  private static final int SENTENCES = 200;
  private static final int LONG_CALLS = 9;
  private static final int SINGLE_CALLS = 200;
  private static final int RUNS = 3;
  private static final int STEADY_SENTENCES = 10_000;
  private static final int REPORTS = 5;
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.;:])\\s+|\\n+");

  private final TextGenerator model;

  private DecodingBench(TextGenerator model) {
    this.model = model;
  }

  public static void main(String[] args) throws Exception {
    Path root = Path.of(args.length == 0 ? "." : args[0]);
    System.out.printf(
        "Java %s, %d processors, bundled/vi-en%n",
        System.getProperty("java.version"), Runtime.getRuntime().availableProcessors());
    List<GenerationRequest> many = requests(sentences(root));
    String sentence = String.join(" ", words(root).subList(0, SENTENCE_WORDS));
    for (int threads : new int[] {1, 2}) {
      try (ModelRegistry registry =
              ModelRegistry.open(root.resolve("models/bundled"), "bundled/", threads);
          TextGenerator model = registry.acquire(PAIR)) {
        System.out.println(threads + (threads == 1 ? " thread" : " threads"));
        DecodingBench bench = new DecodingBench(model);
        bench.throughput(many, threads);
        bench.latency(
            "one sentence of " + SENTENCE_WORDS + " words",
            requests(List.of(sentence)),
            SINGLE_CALLS);
        bench.latency(SENTENCES + " sentences in one call", many, LONG_CALLS);
        if (threads == 2) {
          bench.memory(many);
        }
      }
    }
  }

  /** The best of some runs: the machine has other things to do as well. */
  private void throughput(List<GenerationRequest> requests, int threads) {
    System.out.println(SENTENCES + " sentences");
    System.out.println("beams batch  source tokens/s  in ONNX Runtime");
    for (int beams : new int[] {1, 4}) {
      for (int batch : new int[] {1, 8, 32}) {
        DecodingRun.Setting setting = new DecodingRun.Setting(beams, batch, threads);
        DecodingRun.measure(model, requests, setting);
        DecodingRun best =
            Collections.max(
                IntStream.range(0, RUNS)
                    .mapToObj(i -> DecodingRun.measure(model, requests, setting))
                    .toList());
        System.out.printf(
            Locale.ROOT,
            "%5d %5d %16.0f %15.0f%%%n",
            beams,
            batch,
            best.tokensPerSecond(),
            100 * best.runtimeShare());
      }
    }
  }

  private void latency(String what, List<GenerationRequest> requests, int calls) {
    System.out.println(what);
    System.out.println("beams   p50 ms   p95 ms");
    for (int beams : new int[] {1, 4}) {
      GenerationOptions options = GenerationOptions.DEFAULT.withBeams(beams);
      long[] nanos = new long[calls];
      for (int i = -Math.max(1, calls / 4); i < calls; i++) {
        long start = System.nanoTime();
        List<Generation> unused = model.generate(requests, options, CallContext.PATIENT);
        nanos[Math.max(0, i)] = System.nanoTime() - start;
      }
      Arrays.sort(nanos);
      System.out.printf(
          Locale.ROOT,
          "%5d %8.1f %8.1f%n",
          beams,
          nanos[calls / 2] / 1e6,
          nanos[calls * 95 / 100] / 1e6);
    }
  }

  private void memory(List<GenerationRequest> requests) throws IOException {
    System.out.println("memory while translating, beam 4, batch 32, two threads");
    System.out.println("sentences  resident MiB  heap MiB after collection");
    DecodingRun.Setting setting = new DecodingRun.Setting(4, 32, 2);
    int rounds = STEADY_SENTENCES / SENTENCES;
    for (int round = 1; round <= rounds; round++) {
      DecodingRun.measure(model, requests, setting);
      if (round % (rounds / REPORTS) == 0) {
        System.out.printf(
            "%9d %13d %10d%n",
            round * SENTENCES, ProcessFigures.residentMebibytes(), ProcessFigures.heapMebibytes());
      }
    }
  }

  private static List<GenerationRequest> requests(List<String> texts) {
    return texts.stream().map(text -> new GenerationRequest(text, PAIR)).toList();
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
