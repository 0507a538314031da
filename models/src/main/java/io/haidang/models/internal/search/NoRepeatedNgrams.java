package io.haidang.models.internal.search;

/** Bans tokens that would write a run of {@code size} tokens a second time (Paulus 2017). */
record NoRepeatedNgrams(int size) implements ScoreProcessor {

  @Override
  public void process(Hypothesis soFar, float[] scores) {
    int[] tokens = soFar.tokens();
    int prefix = size - 1;
    int last = tokens.length - prefix;
    for (int start = 0; start < last; start++) {
      if (equal(tokens, start, last, prefix)) {
        scores[tokens[start + prefix]] = Float.NEGATIVE_INFINITY;
      }
    }
  }

  private static boolean equal(int[] tokens, int a, int b, int count) {
    for (int i = 0; i < count; i++) {
      if (tokens[a + i] != tokens[b + i]) {
        return false;
      }
    }
    return true;
  }
}
