package io.haidang.gateway.review;

import io.haidang.gateway.draft.TargetTable;
import io.haidang.gateway.events.Event;
import io.haidang.gateway.events.EventLog;
import io.haidang.gateway.review.SegmentTable.SegmentRow;
import io.haidang.gateway.review.Version.Step;
import io.haidang.gateway.store.Database;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a translation read at each step of its way. Nothing is stored for it: each edit stands in
 * the log with the text before and after, so the past is the present text with the edits undone.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL.
 */
public final class Versions {

  private static final Map<String, Step> STEPS =
      Map.of(
          "target-in-review", Step.HANDED_IN,
          "target-changes-requested", Step.SENT_BACK,
          "target-rejected", Step.TURNED_DOWN,
          "target-approved", Step.APPROVED);

  private final Database database;
  private final TargetTable targets;
  private final EventLog events;

  Versions(Database database, Clock clock) {
    this.database = database;
    this.targets = new TargetTable(clock);
    this.events = new EventLog(clock);
  }

  /**
   * Those since the text was made, the machine's first and the present one last.
   *
   * @throws io.haidang.gateway.GatewayException {@code not-found}
   */
  public List<Version> of(UUID target) {
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              // The lock keeps the text and its log together while they are read.
              targets.lock(handle, target);
              List<SegmentRow> rows = SegmentTable.list(handle, target);
              return backwards(rows, events.of(handle, target));
            });
  }

  private static List<Version> backwards(List<SegmentRow> rows, List<Event> log) {
    List<String> texts = new ArrayList<>(rows.stream().map(SegmentRow::target).toList());
    List<Version> versions = new ArrayList<>();
    versions.add(new Version("present", Step.PRESENT, "", null, texts));
    List<Event> newestFirst = sinceMade(log);
    for (int i = 0; i < newestFirst.size(); i++) {
      Event event = newestFirst.get(i);
      undo(event, texts);
      step(event, newestFirst.subList(i + 1, newestFirst.size()))
          .ifPresent(
              step ->
                  versions.add(
                      new Version("e" + event.id(), step, event.actor(), event.at(), texts)));
    }
    versions.add(machine(rows));
    Collections.reverse(versions);
    return versions;
  }

  /** Segments that outlived a remaking have their edits in a part of the log that is not read. */
  private static Version machine(List<SegmentRow> rows) {
    List<String> texts = rows.stream().map(SegmentRow::machine).toList();
    return new Version("machine", Step.MACHINE, "", null, texts);
  }

  /** A text that was made anew may have other segments than before. */
  private static List<Event> sinceMade(List<Event> log) {
    List<Event> newestFirst = new ArrayList<>();
    for (int i = log.size() - 1; i >= 0 && !log.get(i).type().equals(EventLog.REMADE); i--) {
      newestFirst.add(log.get(i));
    }
    return newestFirst;
  }

  private static void undo(Event event, List<String> texts) {
    if (event.data().get("index") instanceof Number index
        && event.data().get("before") instanceof String before
        && index.intValue() < texts.size()) {
      texts.set(index.intValue(), before);
    }
  }

  /** An approved text that somebody edits goes back into review, too, but nobody hands it in. */
  private static Optional<Step> step(Event event, List<Event> earlier) {
    Step step = STEPS.get(event.type());
    return step != Step.HANDED_IN || wasOut(earlier) ? Optional.ofNullable(step) : Optional.empty();
  }

  private static boolean wasOut(List<Event> earlier) {
    for (Event event : earlier) {
      Step step = STEPS.get(event.type());
      if (step != null) {
        return step == Step.SENT_BACK || step == Step.TURNED_DOWN;
      }
    }
    return false;
  }
}
