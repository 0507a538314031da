package io.haidang.gateway.web.kit;

import io.haidang.translation.SegmentDiff;
import io.haidang.translation.WordDiff;
import java.util.List;

/**
 * A segment that differs between two versions of a text, in words.
 *
 * @param place which one, by the numbers that people use, and whether it is new or gone
 * @param index in the later version, or {@link SegmentDiff#NONE}
 */
public record ChangedSegment(String place, int index, List<WordDiff.Part> parts) {

  /** Those of a comparison, in its order. */
  public static List<ChangedSegment> of(List<SegmentDiff.Change> changes, Texts texts) {
    return changes.stream()
        .map(change -> new ChangedSegment(place(change, texts), change.after(), change.parts()))
        .toList();
  }

  private static String place(SegmentDiff.Change change, Texts texts) {
    if (change.before() == SegmentDiff.NONE) {
      return texts.get("compare.added", change.after() + 1);
    }
    return change.after() == SegmentDiff.NONE
        ? texts.get("compare.removed", change.before() + 1)
        : texts.get("compare.segment", change.after() + 1);
  }
}
