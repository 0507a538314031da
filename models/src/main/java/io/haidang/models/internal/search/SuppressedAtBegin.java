package io.haidang.models.internal.search;

/** Bans tokens right after the prefix that every output begins with. */
record SuppressedAtBegin(int prefix, TokenIds tokens) implements ScoreProcessor {

  @Override
  public void process(Hypothesis soFar, float[] scores) {
    if (soFar.length() == prefix) {
      tokens.set(scores, Float.NEGATIVE_INFINITY);
    }
  }
}
