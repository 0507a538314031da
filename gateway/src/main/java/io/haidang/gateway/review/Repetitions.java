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
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * Segments of a text whose source says the same to the letter: what a person has put right in one
 * of them can go into all that nobody has read yet, and be taken back.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL, and checks for each
 * segment.
 */
public final class Repetitions {

  /** Most segments that are changed at a time. */
  private static final int MOST = 200;

  private static final Set<SegmentState> UNREAD =
      EnumSet.of(SegmentState.MACHINE, SegmentState.MATCHED);

  private final Database database;
  private final TargetTable targets;
  private final TargetChecks checks;
  private final SegmentEdit edit;

  Repetitions(Database database, Supplier<TermEnforcer> terms, Clock clock) {
    this.database = database;
    this.targets = new TargetTable(clock);
    this.checks = new TargetChecks(database, terms, clock);
    this.edit = new SegmentEdit(terms, clock);
  }

  /** How many other segments would take the text of this one, at most 200. */
  public int count(UUID id, int index) {
    return database
        .jdbi()
        .withHandle(handle -> unread(handle, id, SegmentTable.require(handle, id, index)).size());
  }

  /**
   * Puts the text of a segment into those with the same source that nobody has read and that say
   * something else, each checked anew and written down as an edit.
   *
   * @param version of the segment that the person saw
   * @return the new versions of the changed segments, by index in growing order
   * @throws io.haidang.gateway.GatewayException {@code stale-version}, {@code wrong-state}, {@code
   *     not-permitted}, {@code not-found}
   */
  public Map<Integer, Integer> carry(UUID id, int index, int version, Account actor) {
    Optional<ProductChecks> found = checks.byId(id);
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              Permission.require(TargetAction.EDIT, targets.lock(handle, id), actor);
              SegmentRow model = SegmentEdit.requireVersion(handle, id, index, version);
              Map<Integer, Integer> changed = new TreeMap<>();
              for (SegmentRow row : unread(handle, id, model)) {
                Target target = targets.require(handle, id); // Each edit makes a new version of it.
                SegmentRow after =
                    edit.apply(
                        handle, target, row.index(), row.version(), model.target(), found, actor);
                changed.put(after.index(), after.version());
              }
              return changed;
            });
  }

  /**
   * Gives segments the machine's text back, as unread as it was; those that somebody has changed
   * since keep what they have.
   *
   * @param versions as {@link #carry} gave them
   * @return the segments that were given back, in growing order
   * @throws io.haidang.gateway.GatewayException {@code wrong-state}, {@code not-permitted}, {@code
   *     not-found}
   */
  public List<Integer> takeBack(UUID id, Map<Integer, Integer> versions, Account actor) {
    Optional<ProductChecks> found = checks.byId(id);
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              Permission.require(TargetAction.EDIT, targets.lock(handle, id), actor);
              List<Integer> given = new ArrayList<>();
              for (Map.Entry<Integer, Integer> entry : new TreeMap<>(versions).entrySet()) {
                Optional<SegmentRow> row = SegmentTable.find(handle, id, entry.getKey());
                if (row.isPresent() && row.get().version() == entry.getValue()) {
                  edit.giveBack(handle, targets.require(handle, id), row.get(), found, actor);
                  given.add(entry.getKey());
                }
              }
              return given;
            });
  }

  private static List<SegmentRow> unread(Handle handle, UUID id, SegmentRow model) {
    return SegmentTable.list(handle, id).stream()
        .filter(row -> row.index() != model.index() && UNREAD.contains(row.state()))
        .filter(row -> row.source().equals(model.source()) && !row.source().isBlank())
        .filter(row -> !row.target().equals(model.target()))
        .limit(MOST)
        .toList();
  }
}
