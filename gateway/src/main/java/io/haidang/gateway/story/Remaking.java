package io.haidang.gateway.story;

import io.haidang.gateway.draft.Target;
import io.haidang.gateway.review.SegmentMoves;
import io.haidang.translation.review.TargetState;
import org.jdbi.v3.core.Handle;

/** What of a product outlives a new revision of its source. */
final class Remaking {

  private Remaking() {}

  /**
   * Keeps the segments of a translation whose sentences read as they did, with whatever people did
   * to them; a form, and what was turned down, is made anew as a whole.
   */
  static void carry(Handle handle, Target target, RevisionDiff diff) {
    if (keeps(target)) {
      SegmentMoves.keep(handle, target.id(), diff.kept(), diff.after().units());
    } else {
      SegmentMoves.removeAll(handle, target.id());
    }
  }

  /** Whether anything of it is kept. */
  static boolean keeps(Target target) {
    return target.form().isTranslation() && target.state() != TargetState.REJECTED;
  }
}
