package io.haidang.gateway.review;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.Target;
import io.haidang.translation.review.TargetAction;
import org.jdbi.v3.core.Handle;

/**
 * Told of decisions in their transaction, before anything of the product is changed.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL.
 */
@FunctionalInterface
public interface DecisionWitness {

  /** Nobody. */
  DecisionWitness NONE = (handle, target, action, person) -> {};

  /**
   * A decision is taken, unless the transaction fails.
   *
   * @param target as it was decided on
   */
  void decided(Handle handle, Target target, TargetAction action, Account person);
}
