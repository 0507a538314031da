package io.haidang.models.internal.search;

import io.haidang.models.internal.search.Search.Finished;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The best finished hypotheses of one text, scored as {@code _update_finished_beams} does. Not
 * thread-safe.
 */
final class FinishedBank {

  private static final Comparator<Finished> BEST_FIRST =
      Comparator.comparingDouble(Finished::score).reversed();

  private final SearchSettings settings;
  private final List<Finished> finished = new ArrayList<>();

  FinishedBank(SearchSettings settings) {
    this.settings = settings;
  }

  void add(Hypothesis hypothesis, boolean cut) {
    double score = normalised(hypothesis.score(), hypothesis.generated());
    finished.add(new Finished(hypothesis, score, cut));
    finished.sort(BEST_FIRST);
    if (finished.size() > settings.beams()) {
      finished.remove(settings.beams());
    }
  }

  List<Finished> finished() {
    return List.copyOf(finished);
  }

  boolean isFull() {
    return finished.size() >= settings.beams();
  }

  /** Whether the search ends although {@code running}, the best of its rows, could go on. */
  boolean isClosedTo(Hypothesis running) {
    if (!isFull()) {
      return false;
    }
    boolean patient =
        settings.earlyStopping() == EarlyStopping.NEVER && settings.lengthPenalty() > 0;
    int length = patient ? settings.maxLength() - 1 : running.generated();
    return settings.earlyStopping() == EarlyStopping.AT_ONCE
        || normalised(running.score(), length) <= finished.get(finished.size() - 1).score();
  }

  double normalised(double score, int length) {
    return score / Math.pow(Math.max(1, length), settings.lengthPenalty());
  }
}
