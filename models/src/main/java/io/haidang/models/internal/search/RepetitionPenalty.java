package io.haidang.models.internal.search;

/** Divides the scores of written tokens by a penalty, or multiplies negative ones (Keskar 2019). */
record RepetitionPenalty(float penalty) implements ScoreProcessor {

  @Override
  public void process(Hypothesis soFar, float[] scores) {
    int[] written = soFar.tokens();
    float[] before = new float[written.length];
    for (int i = 0; i < written.length; i++) {
      before[i] = scores[written[i]];
    }
    // From the scores as they were: a token written twice pays once.
    for (int i = 0; i < written.length; i++) {
      scores[written[i]] = before[i] < 0 ? before[i] * penalty : before[i] / penalty;
    }
  }
}
