package io.haidang.gateway.review;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.TargetTable;
import io.haidang.gateway.review.SegmentTable.SegmentRow;
import io.haidang.gateway.store.Database;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.translation.review.TargetAction;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * Corrections that are written into texts on somebody's behalf; a text that was approved or
 * delivered has to be reviewed again.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL.
 */
public final class SegmentCorrections {

  private final TargetTable targets;
  private final SegmentEdit edit;
  private final Map<UUID, ProductChecks> checks;

  private SegmentCorrections(
      Supplier<TermEnforcer> terms, Clock clock, Map<UUID, ProductChecks> checks) {
    this.targets = new TargetTable(clock);
    this.edit = new SegmentEdit(terms, clock);
    this.checks = checks;
  }

  /**
   * A way to write them into some texts. Documents whose places have limits are read and kept, so
   * call it outside of transactions.
   *
   * @param ids of the texts
   * @param terms the release of the glossary to check against now
   */
  public static SegmentCorrections of(
      Set<UUID> ids, Database database, Supplier<TermEnforcer> terms, Clock clock) {
    TargetTable targets = new TargetTable(clock);
    TargetChecks all = new TargetChecks(database, terms, clock);
    Map<UUID, ProductChecks> checks = new HashMap<>();
    for (UUID id : ids) {
      database
          .jdbi()
          .withHandle(handle -> targets.find(handle, id))
          .flatMap(all::of)
          .ifPresent(found -> checks.put(id, found));
    }
    return new SegmentCorrections(terms, clock, checks);
  }

  /**
   * The present text of a segment, which nobody else changes before this transaction ends; empty
   * when the state of its target does not allow to correct it, or a person has to see to its
   * length.
   */
  public Optional<String> begin(Handle handle, UUID target, int index) {
    Target present = targets.lock(handle, target);
    boolean isPossible =
        present.form().isTranslation() && TargetAction.CORRECT.from(present.state()).isPresent();
    return isPossible
        ? SegmentTable.find(handle, target, index).map(SegmentRow::target)
        : Optional.empty();
  }

  /**
   * Replaces the text of a segment, checks it, and moves the target, in the transaction of {@code
   * handle}.
   *
   * @throws io.haidang.gateway.GatewayException {@code not-permitted}, {@code wrong-state}, {@code
   *     not-found}, {@code invalid-request} when an inline code is lost
   */
  public void write(Handle handle, UUID id, int index, String text, Account actor) {
    Target target = targets.lock(handle, id);
    Permission.require(TargetAction.CORRECT, target, actor);
    edit.correct(handle, target, index, text, Optional.ofNullable(checks.get(id)), actor);
  }
}
