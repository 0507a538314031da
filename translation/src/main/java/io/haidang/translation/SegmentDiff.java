package io.haidang.translation;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import io.haidang.translation.document.InlineCodes;
import java.util.ArrayList;
import java.util.List;

/**
 * Two versions of a text, segment by segment and word by word; inline codes are left out.
 *
 * <p><b>Thread-safety:</b> immutable. <b>Blocking:</b> no I/O; time grows with the length of the
 * texts times what is different.
 */
public final class SegmentDiff {

  /** Where there is no such segment. */
  public static final int NONE = -1;

  private SegmentDiff() {}

  /**
   * A segment that was changed, added or taken out.
   *
   * @param before its index in the earlier version, or {@link #NONE}
   * @param after its index in the later version, or {@link #NONE}
   */
  public record Change(int before, int after, List<WordDiff.Part> parts) {}

  /** What is different between versions with the same segments, in their order. */
  public static List<Change> inPlace(List<String> before, List<String> after) {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
      addIfChanged(changes, i, i, plain(before.get(i)), plain(after.get(i)));
    }
    return changes;
  }

  /**
   * What is different between versions whose segments may have moved, come and gone (Myers), in the
   * order of the later one. Of segments that were replaced the first is compared with the first.
   */
  public static List<Change> aligned(List<String> before, List<String> after) {
    List<String> old = before.stream().map(SegmentDiff::plain).toList();
    List<String> present = after.stream().map(SegmentDiff::plain).toList();
    List<Change> changes = new ArrayList<>();
    for (AbstractDelta<String> delta : DiffUtils.diff(old, present).getDeltas()) {
      int from = delta.getSource().getPosition();
      int to = delta.getTarget().getPosition();
      int gone = delta.getSource().size();
      int come = delta.getTarget().size();
      for (int i = 0; i < Math.max(gone, come); i++) {
        addIfChanged(
            changes,
            i < gone ? from + i : NONE,
            i < come ? to + i : NONE,
            i < gone ? old.get(from + i) : "",
            i < come ? present.get(to + i) : "");
      }
    }
    return changes;
  }

  private static String plain(String segment) {
    return InlineCodes.strip(segment);
  }

  private static void addIfChanged(
      List<Change> changes, int before, int after, String old, String present) {
    if (!old.equals(present)) {
      changes.add(new Change(before, after, WordDiff.of(old, present)));
    }
  }
}
