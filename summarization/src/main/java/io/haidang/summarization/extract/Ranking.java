package io.haidang.summarization.extract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much each sentence of a body carries, and what they have in common.
 *
 * <p><b>Thread-safety:</b> immutable.
 */
public final class Ranking {

  private final List<OutlineSentence> sentences;
  private final double[] scores;
  private final double[][] similarity;

  /**
   * Keeps the arrays, which are not to be changed any more.
   *
   * @param sentences of the body, in reading order
   * @param scores 0 to about 1, one for each
   * @param similarity of each two, 0 to 1; may be of more sentences behind these
   */
  Ranking(List<OutlineSentence> sentences, double[] scores, double[][] similarity) {
    this.sentences = List.copyOf(sentences);
    this.scores = scores;
    this.similarity = similarity;
  }

  /** The ranked sentences, in reading order. */
  public List<OutlineSentence> sentences() {
    return sentences;
  }

  /** The indices of all sentences, the most important first. */
  public List<Integer> best() {
    List<Integer> best = new ArrayList<>(IntStream.range(0, scores.length).boxed().toList());
    best.sort(Comparator.comparingDouble((Integer i) -> -scores[i]).thenComparing(i -> i));
    return best;
  }

  /**
   * The indices of all sentences in the order in which each adds most to those before it: maximal
   * marginal relevance (Carbonell and Goldstein, 1998).
   *
   * @param relevance how much importance counts against novelty, 0 to 1
   */
  public List<Integer> diverse(double relevance) {
    List<Integer> order = new ArrayList<>();
    List<Integer> left = best();
    double[] closest = new double[scores.length];
    while (!left.isEmpty()) {
      Integer next =
          Collections.max(
              left,
              Comparator.comparingDouble(
                  (Integer i) -> relevance * scores[i] - (1 - relevance) * closest[i]));
      order.add(next);
      left.remove(next);
      for (int other : left) {
        closest[other] = Math.max(closest[other], similarity[other][next]);
      }
    }
    return List.copyOf(order);
  }
}
