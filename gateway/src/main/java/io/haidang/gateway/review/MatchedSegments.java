package io.haidang.gateway.review;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.TargetTable;
import io.haidang.gateway.review.SegmentTable.SegmentRow;
import io.haidang.gateway.store.Database;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.translation.review.SegmentState;
import io.haidang.translation.review.TargetAction;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Segments of a text that are, word for word, what was signed off before for the same sentence, and
 * in which no check found anything: a person who has looked at them can confirm them together. What
 * may be signed off together ({@link BulkApproval}) consists of nothing else.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL, and checks for each
 * segment.
 */
public final class MatchedSegments {

  /** The most that are confirmed at a time. */
  public static final int MOST = 200;

  private final Database database;
  private final TargetTable targets;
  private final TargetChecks checks;
  private final SegmentEdit edit;

  MatchedSegments(Database database, Supplier<TermEnforcer> terms, Clock clock) {
    this.database = database;
    this.targets = new TargetTable(clock);
    this.checks = new TargetChecks(database, terms, clock);
    this.edit = new SegmentEdit(terms, clock);
  }

  /** Those that nobody has confirmed yet, with their versions, by index; at most {@link #MOST}. */
  public Map<Integer, Integer> of(UUID id) {
    return database
        .jdbi()
        .withHandle(handle -> waiting(handle, targets.require(handle, id)))
        .stream()
        .collect(
            Collectors.toMap(
                SegmentRow::index, SegmentRow::version, (one, other) -> one, TreeMap::new));
  }

  /**
   * Confirms each that is still what the person saw; the others stay as they are. Each is checked
   * anew; where that finds something now, it stays unread.
   *
   * @param seen as {@link #of} gave them
   * @return the confirmed segments, in growing order
   * @throws io.haidang.gateway.GatewayException {@code wrong-state}, {@code not-permitted}, {@code
   *     not-found}
   */
  public List<Integer> confirm(UUID id, Map<Integer, Integer> seen, Account actor) {
    Optional<ProductChecks> found = checks.byId(id);
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              Target locked = targets.lock(handle, id);
              Permission.require(TargetAction.EDIT, locked, actor);
              List<Integer> confirmed = new ArrayList<>();
              for (SegmentRow row : waiting(handle, locked)) {
                if (seen.getOrDefault(row.index(), -1) == row.version()
                    && confirm(handle, id, row, found, actor)) {
                  confirmed.add(row.index());
                }
              }
              return confirmed;
            });
  }

  /** Each edit makes a new version of the target. */
  private boolean confirm(
      Handle handle, UUID id, SegmentRow row, Optional<ProductChecks> found, Account actor) {
    Target target = targets.require(handle, id);
    SegmentRow after =
        edit.apply(handle, target, row.index(), row.version(), row.target(), found, actor);
    if (after.findings().isEmpty()) {
      return true;
    }
    edit.giveBack(handle, targets.require(handle, id), after, found, actor);
    return false;
  }

  private static List<SegmentRow> waiting(Handle handle, Target target) {
    if (target.isStale()) {
      return List.of();
    }
    List<SegmentRow> matched = SegmentTable.inState(handle, target.id(), SegmentState.MATCHED);
    Set<Integer> wanted =
        matched.isEmpty()
            ? Set.of()
            : ChangeRequestTable.of(handle, target.id()).stream()
                .map(ChangeRequest::segment)
                .collect(Collectors.toSet());
    return matched.stream()
        .filter(BulkApproval::isFromMemory)
        .filter(row -> !wanted.contains(row.index()))
        .limit(MOST)
        .toList();
  }
}
