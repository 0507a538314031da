package io.haidang.gateway.story;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import io.haidang.translation.fact.FactChanges;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Two revisions of a text, segment by segment (Myers' difference) and fact by fact.
 *
 * <p><b>Thread-safety:</b> immutable.
 */
final class RevisionDiff {

  private final TextState before;
  private final TextState after;
  private final FactChanges facts;
  private final Map<Integer, Integer> kept = new TreeMap<>();
  private final Map<Integer, Integer> changed = new HashMap<>();
  private final List<Integer> added = new ArrayList<>();

  private RevisionDiff(TextState before, TextState after) {
    this.before = before;
    this.after = after;
    this.facts = before.facts().changesTo(after.facts());
    int from = 0;
    int to = 0;
    for (AbstractDelta<String> delta :
        DiffUtils.diff(before.segments(), after.segments()).getDeltas()) {
      while (from < delta.getSource().getPosition()) {
        kept.put(from++, to++);
      }
      pair(delta.getSource().size(), delta.getTarget().size(), from, to);
      from += delta.getSource().size();
      to += delta.getTarget().size();
    }
    while (from < before.segments().size()) {
      kept.put(from++, to++);
    }
  }

  private void pair(int gone, int come, int from, int to) {
    for (int i = 0; i < come; i++) {
      if (i < gone) {
        changed.put(from + i, to + i);
      } else {
        added.add(to + i);
      }
    }
  }

  static RevisionDiff between(TextState before, TextState after) {
    return new RevisionDiff(before, after);
  }

  TextState before() {
    return before;
  }

  TextState after() {
    return after;
  }

  /** Where the segments stand now that read as they did, by where they stood. */
  Map<Integer, Integer> kept() {
    return kept;
  }

  /** Whether every segment reads as it did and stands where it did. */
  boolean isSame() {
    return kept.size() == before.segments().size()
        && before.segments().size() == after.segments().size();
  }

  /** What a segment that was changed reads now; empty when it is gone, or is as it was. */
  Optional<String> changedTo(int segment) {
    return Optional.ofNullable(changed.get(segment)).map(after::plain);
  }

  /** Segments that took nobody's place, by where they stand now. */
  List<Integer> added() {
    return added;
  }

  FactChanges facts() {
    return facts;
  }
}
