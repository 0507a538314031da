package io.haidang.translation.evaluate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * chrF2 of a whole test set (Popović 2015, 2016): the F-score of character n-grams of 1 to 6, with
 * recall counting twice as much as precision, over the sums of all sentences, white space left out,
 * one reference each. It is what sacrebleu 2 computes by default, {@code
 * nrefs:1|case:mixed|eff:yes|nc:6|nw:0|space:no}.
 *
 * <p><b>Thread-safety:</b> immutable. <b>Blocking:</b> no I/O.
 */
public final class Chrf {

  private static final int LONGEST = 6;
  private static final double BETA = 2;

  private Chrf() {}

  /**
   * The score of {@code hypotheses}, from 0 to 100.
   *
   * @param references one for each hypothesis, in the same order
   */
  public static double score(List<String> hypotheses, List<String> references) {
    if (hypotheses.size() != references.size()) {
      throw new IllegalArgumentException(
          "references: " + references.size() + " (expected: " + hypotheses.size() + ")");
    }
    double precisions = 0;
    double recalls = 0;
    int orders = 0;
    for (int order = 1; order <= LONGEST; order++) {
      Counts counts = new Counts();
      for (int i = 0; i < hypotheses.size(); i++) {
        counts.add(characters(hypotheses.get(i)), characters(references.get(i)), order);
      }
      if (counts.written > 0 && counts.wanted > 0) {
        precisions += (double) counts.right / counts.written;
        recalls += (double) counts.right / counts.wanted;
        orders++;
      }
    }
    return orders == 0 ? 0 : 100 * mean(precisions / orders, recalls / orders);
  }

  private static double mean(double precision, double recall) {
    double weight = BETA * BETA;
    return precision + recall == 0
        ? 0
        : (1 + weight) * precision * recall / (weight * precision + recall);
  }

  private static int[] characters(String text) {
    return text.codePoints().filter(c -> !isSpace(c)).toArray();
  }

  private static boolean isSpace(int codePoint) {
    return Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint)
        || codePoint == 0x85;
  }

  /** The n-grams of one order, summed over sentences. Not thread-safe. */
  private static final class Counts {

    private long written;
    private long wanted;
    private long right;

    void add(int[] hypothesis, int[] reference, int order) {
      Map<Gram, Integer> found = grams(hypothesis, order);
      Map<Gram, Integer> sought = grams(reference, order);
      if (!sought.isEmpty()) {
        written += sum(found);
        wanted += sum(sought);
        found.forEach((gram, count) -> right += Math.min(count, sought.getOrDefault(gram, 0)));
      }
    }

    private static long sum(Map<Gram, Integer> grams) {
      return grams.values().stream().mapToLong(Integer::longValue).sum();
    }

    private static Map<Gram, Integer> grams(int[] characters, int order) {
      Map<Gram, Integer> grams = new HashMap<>();
      for (int from = 0; from + order <= characters.length; from++) {
        grams.merge(new Gram(Arrays.copyOfRange(characters, from, from + order)), 1, Integer::sum);
      }
      return grams;
    }
  }

  /** An n-gram, equal to another of the same characters. */
  private static final class Gram {

    private final int[] characters;

    private Gram(int[] characters) {
      this.characters = characters;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Gram gram && Arrays.equals(characters, gram.characters);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(characters);
    }
  }
}
