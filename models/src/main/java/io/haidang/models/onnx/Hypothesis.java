package io.haidang.models.onnx;

import org.jspecify.annotations.Nullable;

/**
 * Tokens written so far, as a chain.
 *
 * @param score sum of the log-probabilities
 * @param length tokens in the chain; the first is the target language
 */
record Hypothesis(@Nullable Hypothesis parent, int token, double score, int length) {

  static Hypothesis start(int language) {
    return new Hypothesis(null, language, 0, 1);
  }

  Hypothesis append(int next, double logProbability) {
    return new Hypothesis(this, next, score + logProbability, length + 1);
  }

  int[] tokens() {
    int[] all = new int[length];
    Hypothesis at = this;
    for (int i = length - 1; i >= 0 && at != null; i--) {
      all[i] = at.token;
      at = at.parent;
    }
    return all;
  }
}
