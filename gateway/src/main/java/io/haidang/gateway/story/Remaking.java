package io.haidang.gateway.story;

import io.haidang.gateway.draft.Target;
import io.haidang.gateway.review.SegmentMoves;
import org.jdbi.v3.core.Handle;

/** What of a product outlives a new revision of its source. */
final class Remaking {

  private Remaking() {}

  /**
   * Keeps the segments of a translation whose sentences read as they did, with whatever people did
   * to them; a form is made anew as a whole.
   */
  static void carry(Handle handle, Target target, RevisionDiff diff) {
    if (target.form().isTranslation()) {
      SegmentMoves.keep(handle, target.id(), diff.kept(), diff.after().units());
    } else {
      SegmentMoves.removeAll(handle, target.id());
    }
  }
}
