package io.haidang.bench;

import io.haidang.models.SentenceSimilarity;
import io.haidang.models.encoder.SentenceEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Prints how the similarity of source and target is distributed for right translations and for
 * spoilt ones. Arguments: the repository root, Vietnamese sentences and their English translations,
 * one a line.
 */
public final class SimilarityBench {

  private static final double[] THRESHOLDS = {0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65};
  private static final int[] PERCENTILES = {1, 5, 25, 50, 75, 95};
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern NAME = Pattern.compile("(?<=[a-z,] )[A-Z][a-z]{3,}");
  private static final Pattern VERB =
      Pattern.compile("\\b(is|are|was|were|has|have|will|can|could|would)\\b");

  private final SentenceSimilarity encoder;
  private final List<String> sources;
  private final List<String> targets;

  private SimilarityBench(SentenceSimilarity encoder, List<String> sources, List<String> targets) {
    this.encoder = encoder;
    this.sources = sources;
    this.targets = targets;
  }

  public static void main(String[] args) throws IOException {
    List<String> sources = Files.readAllLines(Path.of(args[1]));
    List<String> targets = Files.readAllLines(Path.of(args[2]));
    Path folder = Path.of(args[0]).resolve("models/bundled/sentence-encoder");
    try (SentenceSimilarity encoder = SentenceEncoder.open(folder)) {
      new SimilarityBench(encoder, sources, targets).print();
    }
  }

  private void print() {
    System.out.print("translation                      pairs   p1   p5  p25  p50  p75  p95 below");
    for (double threshold : THRESHOLDS) {
      System.out.printf(Locale.ROOT, "  %.2f", threshold);
    }
    System.out.println();
    long start = System.nanoTime();
    print("right", sources, targets);
    double millis = (System.nanoTime() - start) / 1e6 / sources.size();
    print("of another sentence", sources, shuffled());
    printSpoilt("second half missing", text -> words(text, 0, 0.5));
    printSpoilt("first half missing", text -> words(text, 0.5, 1));
    printSpoilt("a clause missing", SimilarityBench::withoutAClause);
    printSpoilt("last quarter missing", text -> words(text, 0, 0.75));
    printSpoilt("left in Vietnamese", null);
    printSpoilt("\"not\" put in", text -> VERB.matcher(text).replaceFirst("$1 not"));
    printSpoilt("a number changed", text -> NUMBER.matcher(text).replaceFirst("731"));
    printSpoilt("a name changed", text -> NAME.matcher(text).replaceFirst("Bratislava"));
    System.out.printf(Locale.ROOT, "%.2f ms a pair%n", millis);
  }

  private List<String> shuffled() {
    List<String> others = new ArrayList<>(targets);
    Collections.rotate(others, 1 + new Random(7).nextInt(others.size() - 1));
    return others;
  }

  /** Without the longest of the parts between commas, if there are several. */
  private static String withoutAClause(String text) {
    List<String> clauses = new ArrayList<>(List.of(text.split("(?<=,) ", -1)));
    if (clauses.size() > 1) {
      clauses.remove(Collections.max(clauses, Comparator.comparingInt(String::length)));
    }
    return String.join(" ", clauses);
  }

  private static String words(String text, double from, double to) {
    List<String> words = List.of(text.split(" ", -1));
    return String.join(
        " ", words.subList((int) (from * words.size()), (int) Math.ceil(to * words.size())));
  }

  /** Only of sentences that the change touches. */
  private void printSpoilt(String name, @Nullable UnaryOperator<String> change) {
    List<String> touchedSources = new ArrayList<>();
    List<String> spoilt = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      String changed = change == null ? sources.get(i) : change.apply(targets.get(i));
      if (!changed.equals(targets.get(i))) {
        touchedSources.add(sources.get(i));
        spoilt.add(changed);
      }
    }
    print(name, touchedSources, spoilt);
  }

  private void print(String name, List<String> from, List<String> to) {
    List<Double> sorted = encoder.compare(from, to).stream().sorted().toList();
    System.out.printf("%-31s %6d", name, sorted.size());
    for (int percentile : PERCENTILES) {
      System.out.printf(Locale.ROOT, " %.2f", sorted.get(percentile * sorted.size() / 100));
    }
    System.out.print("      ");
    for (double threshold : THRESHOLDS) {
      double below = 100.0 * sorted.stream().filter(s -> s < threshold).count() / sorted.size();
      System.out.printf(Locale.ROOT, " %4.1f%%", below);
    }
    System.out.println();
  }
}
