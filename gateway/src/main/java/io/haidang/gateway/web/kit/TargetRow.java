package io.haidang.gateway.web.kit;

import io.haidang.gateway.draft.Target;
import io.haidang.translation.review.TargetState;
import java.time.Instant;

/**
 * A translation in a list.
 *
 * @param waiting how long it has been in its state, in words
 */
public record TargetRow(Target target, String waiting) {

  public static TargetRow of(Target target, Texts texts, Instant now) {
    return new TargetRow(target, texts.age(target.updatedAt(), now));
  }

  public String href() {
    return TargetLink.href(target.id());
  }

  /** Whether a worker has yet to finish it. */
  public boolean isWorking() {
    return target.state() == TargetState.DRAFT || target.state() == TargetState.MACHINE;
  }
}
