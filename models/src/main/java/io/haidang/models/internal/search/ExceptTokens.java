package io.haidang.models.internal.search;

/** Runs a processor that leaves the scores of {@code tokens} as they are. */
record ExceptTokens(ScoreProcessor processor, TokenIds tokens) implements ScoreProcessor {

  @Override
  public void process(Hypothesis soFar, float[] scores) {
    float[] before = new float[tokens.size()];
    for (int i = 0; i < tokens.size(); i++) {
      before[i] = scores[tokens.get(i)];
    }
    processor.process(soFar, scores);
    for (int i = 0; i < tokens.size(); i++) {
      scores[tokens.get(i)] = before[i];
    }
  }
}
