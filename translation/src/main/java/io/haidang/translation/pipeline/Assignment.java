package io.haidang.translation.pipeline;

import io.haidang.glossary.enforce.TermPlan;
import java.util.ArrayList;
import java.util.List;

/**
 * Something to write: a segment or a clause of one.
 *
 * @param plan the text and its official names
 * @param before the segments in front of it, in reading order; none for a clause
 * @param after the segments behind it
 */
record Assignment(TermPlan plan, List<String> before, List<String> after) {

  private static final int NEIGHBOURS = 2;

  Assignment {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  static Assignment alone(TermPlan plan) {
    return new Assignment(plan, List.of(), List.of());
  }

  /** The segments that have anything to translate, each with its neighbours. */
  static List<Assignment> of(List<Prepared> document) {
    List<String> texts = document.stream().map(segment -> segment.source().plain()).toList();
    List<Assignment> assignments = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      if (document.get(i).translate()) {
        assignments.add(
            new Assignment(
                document.get(i).plan(),
                texts.subList(Math.max(0, i - NEIGHBOURS), i),
                texts.subList(i + 1, Math.min(texts.size(), i + 1 + NEIGHBOURS))));
      }
    }
    return assignments;
  }
}
