package io.haidang.gateway.review;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.TargetTable;
import io.haidang.gateway.draft.TextField;
import io.haidang.gateway.review.SegmentTable.SegmentRow;
import io.haidang.gateway.store.Database;
import io.haidang.translation.review.TargetAction;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Keeps what people type between confirmations, so that neither a crash nor an expired session
 * loses a word. A working copy is its writer's own: it is no edit, moves no state, is not checked,
 * and leaves no trace in the log; {@link ReviewDesk#edit} makes an edit of it and takes it away.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL.
 */
public final class WorkingCopies {

  private final Database database;
  private final TargetTable targets;
  private final Clock clock;

  WorkingCopies(Database database, Clock clock) {
    this.database = database;
    this.targets = new TargetTable(clock);
    this.clock = clock;
  }

  /**
   * What was kept.
   *
   * @param isCurrent false when somebody has changed the segment since the version typed over
   * @param isStored false when that was the writer, whose confirmed text is newer than this one
   */
  public record Kept(Instant at, boolean isCurrent, boolean isStored) {}

  /**
   * Keeps a text in place of what was kept before; the segment's own text needs no copy.
   *
   * @param version of the segment that the person typed over
   * @throws io.haidang.gateway.GatewayException {@code not-found}, {@code not-permitted}, {@code
   *     wrong-state}, {@code invalid-request} for a text that no segment may have, or a version
   *     that this one has not had yet
   */
  public Kept keep(UUID id, int index, int version, String text, Account writer) {
    TextField.require("text", text, SegmentView.MAX_TEXT);
    Instant now = clock.instant();
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              Target target = targets.require(handle, id);
              Permission.require(TargetAction.EDIT, target, writer);
              SegmentRow present = SegmentTable.require(handle, id, index);
              requireKnown(version, present);
              boolean isStored =
                  keep(handle, present, new WorkingCopy(index, version, text, now), id, writer);
              return new Kept(now, present.version() == version, isStored);
            });
  }

  /** A copy over a version to come would be taken for newer than all that its writer confirms. */
  private static void requireKnown(int version, SegmentRow present) {
    if (version < 1 || version > present.version()) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST,
          "version: " + version + " (expected: 1 to " + present.version() + ")");
    }
  }

  /** What says the same as the segment needs no copy. */
  private static boolean keep(
      Handle handle, SegmentRow present, WorkingCopy copy, UUID id, Account writer) {
    if (copy.text().equals(present.target())) {
      WorkingCopyTable.clear(
          handle, id, writer.id(), copy.index(), present.version(), copy.savedAt());
      return true;
    }
    return WorkingCopyTable.put(handle, id, writer.id(), copy);
  }

  /** A person's working copies of a text, by segment. */
  public Map<Integer, WorkingCopy> of(UUID id, Account writer) {
    return database
        .jdbi()
        .withHandle(handle -> WorkingCopyTable.of(handle, id, writer.id()))
        .stream()
        .collect(Collectors.toMap(WorkingCopy::index, Function.identity()));
  }

  /** Throws away what a person has typed over a segment. */
  public void discard(UUID id, int index, Account writer) {
    database
        .jdbi()
        .useTransaction(
            handle -> {
              int version = SegmentTable.require(handle, id, index).version();
              WorkingCopyTable.clear(handle, id, writer.id(), index, version, clock.instant());
            });
  }
}
