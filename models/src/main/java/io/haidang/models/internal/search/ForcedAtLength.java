package io.haidang.models.internal.search;

import java.util.Arrays;

/** Lets nothing but {@code tokens} follow a hypothesis of {@code length} tokens, at no cost. */
record ForcedAtLength(int length, TokenIds tokens) implements ScoreProcessor {

  @Override
  public void process(Hypothesis soFar, float[] scores) {
    if (soFar.length() == length) {
      Arrays.fill(scores, Float.NEGATIVE_INFINITY);
      tokens.set(scores, 0);
    }
  }
}
