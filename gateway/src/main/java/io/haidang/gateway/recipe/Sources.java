package io.haidang.gateway.recipe;

import io.haidang.gateway.draft.DerivationTable;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.TargetTable;
import io.haidang.translation.review.TargetState;
import java.util.EnumSet;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The product that another is made from. */
final class Sources {

  /** In these it is not made, or nobody stands by it. */
  private static final Set<TargetState> UNFIT =
      EnumSet.of(TargetState.DRAFT, TargetState.MACHINE, TargetState.REJECTED);

  private Sources() {}

  /**
   * It, once it is there.
   *
   * @throws NotYetException while it is still being made, or turned down
   */
  static Target requireMade(Handle handle, TargetTable targets, Target target) {
    Target source = targets.require(handle, DerivationTable.sources(handle, target.id()).get(0));
    if (UNFIT.contains(source.state())) {
      throw new NotYetException();
    }
    return source;
  }
}
