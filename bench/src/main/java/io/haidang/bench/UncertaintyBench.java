package io.haidang.bench;

import io.haidang.models.CallContext;
import io.haidang.models.Generation;
import io.haidang.models.Generation.UncertainSpan;
import io.haidang.models.GenerationOptions;
import io.haidang.models.GenerationRequest;
import io.haidang.models.LanguagePair;
import io.haidang.models.TextGenerator;
import io.haidang.models.registry.ModelRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Prints how the log-probability of a word's least likely token goes with its being wrong, and what
 * each threshold would mark. A word of the bundled model's translation of FLORES counts as wrong
 * when the reference has it not as often, capitals apart: an upper bound, for the reference is not
 * the only right translation. Run from the repository root, or name the root as the only argument.
 */
public final class UncertaintyBench {

  private static final LanguagePair PAIR = LanguagePair.of("vi", "en");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final double[] EDGES = {-0.1, -0.25, -0.5, -0.75, -1, -1.5, -2, -2.5, -3, -4, -6};

  /** A word, and whether the reference has it. */
  private record Word(double logProbability, boolean wrong) {}

  private UncertaintyBench() {}

  public static void main(String[] args) throws Exception {
    Path root = Path.of(args.length == 0 ? "." : args[0]);
    List<String> sources = Files.readAllLines(root.resolve("bench/data/flores.vi"));
    List<String> references = Files.readAllLines(root.resolve("bench/data/flores.en"));
    List<Generation> outputs = translate(root, sources);
    List<Word> words = new ArrayList<>();
    for (int i = 0; i < outputs.size(); i++) {
      collect(outputs.get(i), references.get(i), words);
    }
    long wrong = words.stream().filter(Word::wrong).count();
    System.out.printf(
        Locale.ROOT,
        "%d words of %d sentences, %.1f%% of them not in the reference%n",
        words.size(),
        outputs.size(),
        100.0 * wrong / words.size());
    distribution(words);
    thresholds(words);
  }

  /** By a copy of the model that marks every word. */
  private static List<Generation> translate(Path root, List<String> sources) throws IOException {
    Path folder = Files.createTempDirectory("uncertainty");
    try {
      copy(root.resolve("models/bundled/vi-en"), Files.createDirectory(folder.resolve("vi-en")));
      try (ModelRegistry registry = ModelRegistry.open(folder, "", 2);
          TextGenerator model = registry.acquire(PAIR)) {
        return model.generate(
            sources.stream().map(text -> new GenerationRequest(text, PAIR)).toList(),
            GenerationOptions.DEFAULT,
            CallContext.PATIENT);
      }
    } finally {
      delete(folder);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName().toString()));
      }
    }
    Path description = to.resolve("haidang.json");
    Files.writeString(
        description, Files.readString(description).replaceFirst("\\{", "{\"uncertain_below\": 0,"));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }

  private static void collect(Generation output, String reference, List<Word> words) {
    Map<String, Integer> left = new HashMap<>();
    WORD.matcher(reference.toLowerCase(Locale.ROOT))
        .results()
        .forEach(word -> left.merge(word.group(), 1, Integer::sum));
    Matcher word = WORD.matcher(output.text());
    while (word.find()) {
      String key = word.group().toLowerCase(Locale.ROOT);
      boolean wrong = left.merge(key, -1, Integer::sum) < 0;
      words.add(new Word(logProbability(output.uncertain(), word.start()), wrong));
    }
  }

  /** What is not even marked is certain. */
  private static double logProbability(List<UncertainSpan> spans, int at) {
    return spans.stream()
        .filter(span -> span.start() <= at && at < span.end())
        .mapToDouble(UncertainSpan::logProbability)
        .findFirst()
        .orElse(0);
  }

  private static void distribution(List<Word> words) {
    System.out.println("log-probability   words  not in the reference");
    double above = 0;
    for (int i = 0; i <= EDGES.length; i++) {
      double high = above;
      double low = i < EDGES.length ? EDGES[i] : Double.NEGATIVE_INFINITY;
      List<Word> bucket =
          words.stream()
              .filter(w -> w.logProbability > low)
              .filter(w -> high == 0 || w.logProbability <= high)
              .toList();
      System.out.printf(
          Locale.ROOT,
          "%6.2f to %6.2f %6.1f%% %20.1f%%%n",
          high,
          low,
          100.0 * bucket.size() / words.size(),
          100.0 * wrong(bucket) / Math.max(1, bucket.size()));
      above = low;
    }
  }

  private static void thresholds(List<Word> words) {
    System.out.println(
        "threshold  marked  wrong among them  of all wrong  of all right  correlation");
    for (double threshold : EDGES) {
      List<Word> marked = words.stream().filter(w -> w.logProbability < threshold).toList();
      double hits = wrong(marked);
      double misses = wrong(words) - hits;
      double alarms = marked.size() - hits;
      double rest = words.size() - marked.size() - misses;
      System.out.printf(
          Locale.ROOT,
          "%9.2f %6.1f%% %16.1f%% %12.1f%% %12.1f%% %12.3f%n",
          threshold,
          100.0 * marked.size() / words.size(),
          100 * hits / Math.max(1, marked.size()),
          100 * hits / (hits + misses),
          100 * alarms / (alarms + rest),
          correlation(hits, misses, alarms, rest));
    }
  }

  /** Matthews' coefficient: 0 for marks at random, 1 for perfect ones. */
  private static double correlation(double hits, double misses, double alarms, double rest) {
    double all = (hits + alarms) * (hits + misses) * (rest + alarms) * (rest + misses);
    return all == 0 ? 0 : (hits * rest - alarms * misses) / Math.sqrt(all);
  }

  private static long wrong(List<Word> words) {
    return words.stream().filter(Word::wrong).count();
  }
}
