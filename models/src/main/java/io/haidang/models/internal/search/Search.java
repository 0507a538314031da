package io.haidang.models.internal.search;

import java.util.List;
import java.util.function.IntFunction;

/** The search for one text's output among the rows of a batch. Not thread-safe. */
public interface Search {

  /**
   * A row of the next step.
   *
   * @param parent which of this search's rows it continues
   */
  record Next(int parent, Hypothesis hypothesis) {}

  /**
   * An output.
   *
   * @param score log-probability over generated length, to the power of the length penalty
   * @param cut whether the limit ended it, not the model
   */
  record Finished(Hypothesis hypothesis, double score, boolean cut) {}

  /**
   * Chooses the next rows.
   *
   * @param scores gives the scores after one of this search's rows, valid until asked for another
   * @return empty when the search is over
   */
  List<Next> advance(IntFunction<TokenScores> scores);

  /**
   * The outputs, best first, once {@link #advance} gave nothing; none when what the search must
   * write could not be written.
   */
  List<Finished> finished();

  /** Most rows it will ever ask for. */
  int width();

  /** How many of the likeliest tokens after a row it usually looks at, 1 or more. */
  int candidates();
}
