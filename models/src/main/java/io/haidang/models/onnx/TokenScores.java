package io.haidang.models.onnx;

import java.util.Arrays;

/** The scores of every token after one row; reused row by row. Not thread-safe. */
final class TokenScores {

  /** A token this far below the best adds nothing to the sum that floats could show. */
  private static final float NEGLIGIBLE = -18f;

  private static final int STEPS_PER_UNIT = 256;

  /** e^(-i / 256). */
  private static final float[] EXP = exponentials();

  private final float[] logits;
  private double normaliser;

  TokenScores(int vocabularySize) {
    this.logits = new float[vocabularySize];
  }

  /** Reads the row. */
  void load(DecoderRows rows, int row) {
    rows.logits(row, logits);
    float max = Float.NEGATIVE_INFINITY;
    for (float logit : logits) {
      max = Math.max(max, logit);
    }
    double sum = 0;
    for (float logit : logits) {
      float distance = logit - max;
      if (distance > NEGLIGIBLE) {
        sum += exp(distance);
      }
    }
    normaliser = max + Math.log(sum);
  }

  double logProbability(int token) {
    return logits[token] - normaliser;
  }

  /** The {@code count} likeliest tokens, best first; the lower id first among equals. */
  int[] best(int count) {
    int[] ids = new int[count];
    int size = 0;
    for (int id = 0; id < logits.length; id++) {
      float logit = logits[id];
      if (size == count && logit <= logits[ids[size - 1]]) {
        continue;
      }
      int at = size < count ? size++ : size - 1;
      while (at > 0 && logits[ids[at - 1]] < logit) {
        ids[at] = ids[at - 1];
        at--;
      }
      ids[at] = id;
    }
    return Arrays.copyOf(ids, size);
  }

  /**
   * e^x for x in [-18, 0], to about seven digits: the table's nearest entry above and two terms for
   * the rest.
   */
  private static float exp(float x) {
    int step = (int) (x * -STEPS_PER_UNIT);
    float rest = x + step * (1f / STEPS_PER_UNIT);
    return EXP[step] * (1f + rest * (1f + 0.5f * rest));
  }

  private static float[] exponentials() {
    float[] table = new float[(int) (-NEGLIGIBLE * STEPS_PER_UNIT) + 1];
    for (int i = 0; i < table.length; i++) {
      table[i] = (float) Math.exp(-i / (double) STEPS_PER_UNIT);
    }
    return table;
  }
}
