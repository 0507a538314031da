package io.haidang.models.internal.search;

import org.jspecify.annotations.Nullable;

/**
 * Tokens written so far, as a chain.
 *
 * @param score sum of the log-probabilities
 * @param length tokens in the chain; the first is the decoder's start token
 */
public record Hypothesis(@Nullable Hypothesis parent, int token, double score, int length) {

  /** The tokens every output begins with: at least the start token. They cost nothing. */
  public static Hypothesis start(TokenIds prefix) {
    Hypothesis last = new Hypothesis(null, prefix.get(0), 0, 1);
    for (int i = 1; i < prefix.size(); i++) {
      last = last.append(prefix.get(i), 0);
    }
    return last;
  }

  Hypothesis append(int next, double logProbability) {
    return new Hypothesis(this, next, score + logProbability, length + 1);
  }

  /** Tokens after the start token. */
  public int generated() {
    return length - 1;
  }

  /** All tokens, the start token first. */
  public int[] tokens() {
    int[] all = new int[length];
    Hypothesis at = this;
    for (int i = length - 1; i >= 0 && at != null; i--) {
      all[i] = at.token;
      at = at.parent;
    }
    return all;
  }

  /** The log-probability of each token, given those before it. */
  public double[] logProbabilities() {
    double[] all = new double[length];
    Hypothesis at = this;
    for (int i = length - 1; i >= 0 && at != null; i--) {
      all[i] = at.score - (at.parent == null ? 0 : at.parent.score);
      at = at.parent;
    }
    return all;
  }

  /** Whether the first {@code count} of {@code word} are what was written last. */
  boolean endsWith(TokenIds word, int count) {
    Hypothesis at = this;
    for (int i = count - 1; i >= 0; i--) {
      if (at == null || at.token != word.get(i)) {
        return false;
      }
      at = at.parent;
    }
    return true;
  }
}
