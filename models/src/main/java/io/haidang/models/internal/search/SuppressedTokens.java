package io.haidang.models.internal.search;

/** Bans tokens everywhere. */
record SuppressedTokens(TokenIds tokens) implements ScoreProcessor {

  @Override
  public void process(Hypothesis soFar, float[] scores) {
    tokens.set(scores, Float.NEGATIVE_INFINITY);
  }
}
