package io.haidang.gateway.review;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.Target;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * What an approval brings about beside itself.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL.
 */
@FunctionalInterface
public interface ApprovalEffect {

  /** Nothing. */
  ApprovalEffect NONE = (target, approver) -> handle -> List.of();

  /**
   * Reads what is needed, outside of the transaction.
   *
   * @param target as the approver saw it; it is approved as that or not at all
   */
  Step prepare(Target target, Account approver);

  /** What is done in the transaction of the approval. */
  @FunctionalInterface
  interface Step {

    /** Returns products that a worker has to make or go on making. */
    List<UUID> apply(Handle handle);
  }
}
