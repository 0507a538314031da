package io.haidang.gateway.review;

import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.TargetTable;
import io.haidang.gateway.review.SegmentTable.SegmentRow;
import io.haidang.gateway.store.Database;
import io.haidang.translation.MemoryUse;
import io.haidang.translation.review.SegmentState;
import io.haidang.translation.review.TargetAction;
import io.haidang.translation.review.TargetState;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Signs off several texts at once, each for itself: only such as say nothing that has not been
 * signed off before. Every segment is, word for word, what the memory has for its sentence, no
 * check found anything, nobody wants anything changed, and the story is still the same.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL; never call it on an event
 * loop.
 */
public final class BulkApproval {

  /** The most texts at a time. */
  public static final int MOST = 100;

  /** What is said of a text that somebody has to read. */
  public static final String NOT_FROM_MEMORY = "not-from-memory";

  private static final int EXACT = 100;
  private static final int LOOKED_THROUGH = 1_000;

  private static final Set<SegmentState> AS_FOUND =
      Set.of(SegmentState.MATCHED, SegmentState.CONFIRMED);

  private final Database database;
  private final ReviewDesk desk;
  private final TargetTable targets;

  public BulkApproval(Database database, ReviewDesk desk, Clock clock) {
    this.database = database;
    this.desk = desk;
    this.targets = new TargetTable(clock);
  }

  /**
   * A text to sign off.
   *
   * @param version that the person saw
   */
  public record Choice(UUID id, int version) {}

  /**
   * What came of one.
   *
   * @param refusal id of the error, or {@link #NOT_FROM_MEMORY}; empty when it is signed off
   */
  public record Outcome(UUID id, String refusal) {

    public boolean isApproved() {
      return refusal.isEmpty();
    }
  }

  /** Those that {@code reviewer} may sign off in this way, the longest waiting first. */
  public List<Target> choices(Account reviewer) {
    return database
        .jdbi()
        .withHandle(handle -> targets.ofMemory(handle, reviewer, LOOKED_THROUGH))
        .stream()
        .filter(target -> Permission.allows(TargetAction.APPROVE, target, reviewer))
        .filter(this::isFromMemory)
        .limit(MOST)
        .toList();
  }

  /** Signs off each that qualifies, in a transaction of its own; the others stay as they are. */
  public List<Outcome> approve(List<Choice> choices, String comment, Account reviewer) {
    return choices.stream().limit(MOST).map(each -> approve(each, comment, reviewer)).toList();
  }

  private Outcome approve(Choice choice, String comment, Account reviewer) {
    try {
      Target target = desk.target(choice.id());
      if (target.version() == choice.version() && !isFromMemory(target)) {
        return new Outcome(choice.id(), NOT_FROM_MEMORY);
      }
      // Of the version that was looked at just now, or of none.
      desk.decide(
          choice.id(), new Decision(TargetAction.APPROVE, choice.version(), comment), reviewer);
      return new Outcome(choice.id(), "");
    } catch (GatewayException e) {
      return new Outcome(choice.id(), e.code().id());
    }
  }

  private boolean isFromMemory(Target target) {
    if (target.state() != TargetState.IN_REVIEW || target.isStale()) {
      return false;
    }
    return database
        .jdbi()
        .withHandle(
            handle -> {
              List<SegmentRow> rows = SegmentTable.list(handle, target.id());
              return !rows.isEmpty()
                  && rows.stream().allMatch(BulkApproval::isFromMemory)
                  && ChangeRequestTable.of(handle, target.id()).isEmpty();
            });
  }

  /** Whether it says, word for word, what was signed off before, and nothing was found in it. */
  static boolean isFromMemory(SegmentRow row) {
    MemoryUse use = row.provenance().memory();
    return use != null
        && use.score() >= EXACT
        && AS_FOUND.contains(row.state())
        && row.target().equals(row.machine())
        && row.findings().isEmpty();
  }
}
