package io.haidang.models.internal.search;

/** Bans the end before an output has {@code length} tokens, the start token included. */
record MinimumLength(int length, TokenIds ends) implements ScoreProcessor {

  @Override
  public void process(Hypothesis soFar, float[] scores) {
    if (soFar.length() < length) {
      ends.set(scores, Float.NEGATIVE_INFINITY);
    }
  }
}
