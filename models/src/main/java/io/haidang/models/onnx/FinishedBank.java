package io.haidang.models.onnx;

import io.haidang.models.onnx.Lane.Finished;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The best finished hypotheses of one text. Not thread-safe. */
final class FinishedBank {

  private final int capacity;
  private final double lengthPenalty;
  private final List<Finished> finished = new ArrayList<>();

  FinishedBank(int capacity, double lengthPenalty) {
    this.capacity = capacity;
    this.lengthPenalty = lengthPenalty;
  }

  /** Adds one whose last token is not counted in its length, as Transformers does. */
  void add(Hypothesis hypothesis, boolean cut) {
    double score = normalised(hypothesis.score(), hypothesis.length() - 1);
    finished.add(new Finished(hypothesis, score, cut));
    finished.sort(Comparator.comparingDouble(Finished::score).reversed());
    if (finished.size() > capacity) {
      finished.remove(capacity);
    }
  }

  boolean isEmpty() {
    return finished.isEmpty();
  }

  Finished best() {
    return finished.get(0);
  }

  /** Whether no continuation of {@code running} can enter, were it certain from here on. */
  boolean isClosedTo(Hypothesis running) {
    return finished.size() == capacity
        && normalised(running.score(), running.length()) <= finished.get(capacity - 1).score();
  }

  double normalised(double score, int length) {
    return score / Math.pow(Math.max(1, length), lengthPenalty);
  }
}
