package io.haidang.translation.pipeline;

import io.haidang.glossary.enforce.TermPlan;
import io.haidang.translation.Excerpt;
import io.haidang.translation.SegmentTranslator;
import io.haidang.translation.document.InlineCodes;
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

  Assignment {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  static Assignment alone(TermPlan plan) {
    return new Assignment(plan, List.of(), List.of());
  }

  /** The segments of {@code excerpt} that have anything to translate, with their neighbours. */
  static List<Assignment> of(List<Prepared> prepared, Excerpt excerpt) {
    List<Assignment> assignments = new ArrayList<>();
    for (int i = 0; i < prepared.size(); i++) {
      if (prepared.get(i).translate()) {
        assignments.add(
            new Assignment(
                prepared.get(i).plan(),
                plain(excerpt.before(i, SegmentTranslator.NEIGHBOURS)),
                plain(excerpt.after(i, SegmentTranslator.NEIGHBOURS))));
      }
    }
    return assignments;
  }

  private static List<String> plain(List<String> coded) {
    return coded.stream().map(InlineCodes::strip).toList();
  }
}
