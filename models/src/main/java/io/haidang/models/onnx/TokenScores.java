package io.haidang.models.onnx;

import java.util.Arrays;

/** The scores of every token after one row; reused row by row. Not thread-safe. */
final class TokenScores {

  /** A token this far below the best adds nothing to the sum that floats could show. */
  private static final float NEGLIGIBLE = -18f;

  /** 1/n!, enough of them for a float when x is below ln 2. */
  private static final float[] EXP_SERIES = {
    1f, 1f, 1f / 2, 1f / 6, 1f / 24, 1f / 120, 1f / 720, 1f / 5040
  };

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

  /** e^x for x in [-18, 0], to about seven digits: splits off a power of two. */
  private static float exp(float x) {
    float scaled = x * 1.442695f;
    int whole = (int) Math.floor(scaled);
    float rest = (scaled - whole) * 0.6931472f;
    float series = 0f;
    for (int i = EXP_SERIES.length - 1; i >= 0; i--) {
      series = series * rest + EXP_SERIES[i];
    }
    return series * Float.intBitsToFloat((whole + 127) << 23);
  }
}
