package io.haidang.gateway.web;

import io.haidang.gateway.draft.Target;
import io.haidang.translation.review.TargetState;
import java.time.Instant;

/**
 * A translation in a list.
 *
 * @param waiting how long it has been in its state, in words
 */
record TargetRow(Target target, String waiting) {

  static TargetRow of(Target target, Texts texts, Instant now) {
    return new TargetRow(target, texts.age(target.updatedAt(), now));
  }

  String href() {
    return TargetLink.href(target.id());
  }

  /** Whether a worker has yet to finish it. */
  boolean isWorking() {
    return target.state() == TargetState.DRAFT || target.state() == TargetState.MACHINE;
  }
}
