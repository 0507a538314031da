package io.haidang.models.internal.search;

/**
 * Changes what may follow a hypothesis, in place. The searches run those of a model in the order of
 * Transformers' {@code _get_logits_processor}. Immutable.
 */
public interface ScoreProcessor {

  /**
   * Changes the scores of the next token.
   *
   * @param soFar what the scores follow, the start token included
   * @param scores logits in a greedy search, log-probabilities in a beam; negative infinity bans
   */
  void process(Hypothesis soFar, float[] scores);
}
