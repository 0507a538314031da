package io.haidang.gateway.review;

import io.haidang.gateway.draft.Target;
import io.haidang.gateway.events.Event;
import io.haidang.gateway.events.EventLog;
import io.haidang.gateway.review.SegmentTable.SegmentRow;
import io.haidang.translation.PostEdit;
import io.haidang.translation.document.InlineCodes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much of a text whoever signs it off has changed with their own hands, since it was made. An
 * edit that somebody has undone or overwritten since counts as what is left of it: from the words
 * before the first edit to those that are signed off.
 *
 * @param segments whose words are others than before the person's first edit
 * @param edited word edits, by the words of the whole text
 */
record ApproverEdits(int segments, PostEdit edited) {

  /**
   * The edits of a person.
   *
   * @param events of the product, oldest first
   * @param person display name, as the events have it
   */
  static ApproverEdits of(Target target, List<SegmentRow> rows, List<Event> events, String person) {
    Map<Integer, String> before = before(events, person);
    int segments = 0;
    PostEdit edited = PostEdit.NONE;
    for (SegmentRow row : rows) {
      String was = InlineCodes.strip(before.getOrDefault(row.index(), row.target()));
      String is = InlineCodes.strip(row.target());
      segments += was.equals(is) ? 0 : 1;
      edited = edited.plus(PostEdit.of(was, is, target.language()));
    }
    return new ApproverEdits(segments, edited);
  }

  /** The words before the person's first edit of each segment; what was made anew is forgotten. */
  private static Map<Integer, String> before(List<Event> events, String person) {
    Map<Integer, String> before = new HashMap<>();
    for (Event event : events) {
      if (event.type().equals(EventLog.STARTED)) {
        before.clear();
      } else if (event.actor().equals(person)
          && event.data().get("index") instanceof Number index
          && event.data().get("before") instanceof String was) {
        before.putIfAbsent(index.intValue(), was);
      }
    }
    return before;
  }

  /** For the record of the decision. */
  Map<String, Object> asData() {
    return Map.of(
        "editedSegments", segments, "editedWords", edited.edits(), "words", edited.words());
  }
}
