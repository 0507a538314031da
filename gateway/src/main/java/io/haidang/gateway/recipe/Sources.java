package io.haidang.gateway.recipe;

import io.haidang.gateway.draft.DerivationTable;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.TargetTable;
import io.haidang.translation.review.TargetState;
import org.jdbi.v3.core.Handle;

/** The product that another is made from. */
final class Sources {

  private Sources() {}

  /**
   * It, once it is there.
   *
   * @throws NotYetException while it is still being made
   */
  static Target requireMade(Handle handle, TargetTable targets, Target target) {
    Target source = targets.require(handle, DerivationTable.sources(handle, target.id()).get(0));
    if (source.state() == TargetState.DRAFT || source.state() == TargetState.MACHINE) {
      throw new NotYetException();
    }
    return source;
  }
}
