package io.haidang.bench;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * chrF2 (Popović 2015) as sacrebleu defines it: the F-score, recall counting twice as much as
 * precision, of n-grams of 1 to 6 characters without white space; counts are summed over the
 * sentences first. Sizes that no sentence reaches are left out of the means.
 */
final class Chrf {

  private static final int LONGEST = 6;
  private static final double BETA_SQUARED = 4;

  private final long[] written = new long[LONGEST];
  private final long[] wanted = new long[LONGEST];
  private final long[] shared = new long[LONGEST];

  private Chrf() {}

  /** Between 0 and 100. */
  static double score(List<String> outputs, List<String> references) {
    Chrf chrf = new Chrf();
    for (int i = 0; i < references.size(); i++) {
      chrf.add(characters(outputs.get(i)), characters(references.get(i)));
    }
    return chrf.score();
  }

  private static int[] characters(String text) {
    return text.codePoints().filter(c -> !Character.isWhitespace(c)).toArray();
  }

  private void add(int[] output, int[] reference) {
    for (int n = 1; n <= LONGEST; n++) {
      Map<String, Integer> ours = ngrams(output, n);
      Map<String, Integer> theirs = ngrams(reference, n);
      // What nothing could match does not count against an output.
      written[n - 1] += theirs.isEmpty() ? 0 : sum(ours);
      wanted[n - 1] += sum(theirs);
      for (Map.Entry<String, Integer> ngram : ours.entrySet()) {
        shared[n - 1] += Math.min(ngram.getValue(), theirs.getOrDefault(ngram.getKey(), 0));
      }
    }
  }

  private static Map<String, Integer> ngrams(int[] characters, int n) {
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i + n <= characters.length; i++) {
      counts.merge(new String(characters, i, n), 1, Integer::sum);
    }
    return counts;
  }

  private static long sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToLong(Integer::longValue).sum();
  }

  private double score() {
    double precision = mean(written);
    double recall = mean(wanted);
    double sum = BETA_SQUARED * precision + recall;
    return sum == 0 ? 0 : 100 * (1 + BETA_SQUARED) * precision * recall / sum;
  }

  /** The mean share of {@code counts} that is shared, over the sizes that occur on both sides. */
  private double mean(long[] counts) {
    return Arrays.stream(new int[] {0, 1, 2, 3, 4, 5})
        .filter(n -> written[n] > 0 && wanted[n] > 0)
        .mapToDouble(n -> (double) shared[n] / counts[n])
        .average()
        .orElse(0);
  }
}
