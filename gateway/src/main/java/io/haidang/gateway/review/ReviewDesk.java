package io.haidang.gateway.review;

import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.Originals;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.TargetScheduler;
import io.haidang.gateway.draft.TargetTable;
import io.haidang.gateway.draft.TextField;
import io.haidang.gateway.events.Event;
import io.haidang.gateway.events.EventLog;
import io.haidang.gateway.review.SegmentTable.SegmentRow;
import io.haidang.gateway.store.Database;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.translation.review.TargetAction;
import io.haidang.translation.review.TargetState;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What people do with translations: read, edit, decide, take away.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL; never call it on an event
 * loop.
 */
public final class ReviewDesk {

  private final Database database;
  private final Clock clock;
  private final TargetScheduler scheduler;
  private final ApprovalEffect effect;
  private final Originals originals;
  private final TargetTable targets;
  private final EventLog events;
  private final SegmentReader reader;
  private final SegmentEdit segmentEdit;
  private final Acceptances acceptances;
  private final DecisionStep decisions;
  private final Deliveries deliveries;
  private final WorkingCopies copies;
  private final Repetitions repetitions;
  private final MatchedSegments matched;
  private final Rulers rulers;
  private final TargetChecks checks;
  private final Versions versions;
  private final Supplier<TermEnforcer> terms;

  /**
   * A desk.
   *
   * @param terms the release of the glossary to check against now
   * @param scheduler told of each target that a person has tried again
   */
  public ReviewDesk(
      Database database, Supplier<TermEnforcer> terms, TargetScheduler scheduler, Clock clock) {
    this(database, terms, scheduler, ApprovalEffect.NONE, DecisionWitness.NONE, clock);
  }

  /**
   * A desk.
   *
   * @param effect of an approval, beside itself
   * @param witness told of each decision
   */
  public ReviewDesk(
      Database database,
      Supplier<TermEnforcer> terms,
      TargetScheduler scheduler,
      ApprovalEffect effect,
      DecisionWitness witness,
      Clock clock) {
    this.database = database;
    this.effect = effect;
    this.clock = clock;
    this.scheduler = scheduler;
    this.originals = new Originals(database.contents());
    this.targets = new TargetTable(clock);
    this.events = new EventLog(clock);
    this.reader = new SegmentReader(terms);
    this.segmentEdit = new SegmentEdit(terms, clock);
    this.acceptances = new Acceptances(events);
    this.decisions = new DecisionStep(terms, witness, clock);
    this.deliveries = new Deliveries(database, clock);
    this.copies = new WorkingCopies(database, clock);
    this.repetitions = new Repetitions(database, terms, clock);
    this.matched = new MatchedSegments(database, terms, clock);
    this.rulers = new Rulers(database, clock);
    this.checks = new TargetChecks(database, terms, clock);
    this.versions = new Versions(database, clock);
    this.terms = terms;
  }

  /**
   * One target.
   *
   * @throws GatewayException {@code not-found}
   */
  public Target target(UUID id) {
    return database.jdbi().withHandle(handle -> targets.require(handle, id));
  }

  /** The translated segments of a target, in reading order; fewer than all while it is machine. */
  public List<SegmentView> segments(UUID id) {
    return database.jdbi().withHandle(handle -> reader.all(handle, targets.require(handle, id)));
  }

  /**
   * Some of them, in reading order.
   *
   * @param indices of those that are wanted; what there is not is left out
   */
  public List<SegmentView> segments(UUID id, List<Integer> indices) {
    return database
        .jdbi()
        .withHandle(handle -> reader.some(handle, targets.require(handle, id), indices));
  }

  /**
   * Which segments there are so far, in reading order; quick for a long text.
   *
   * @param onlyWithFindings whether those are left out of which no check has said anything
   */
  public List<Integer> places(UUID id, boolean onlyWithFindings) {
    return database.jdbi().withHandle(handle -> SegmentReader.places(handle, id, onlyWithFindings));
  }

  /**
   * One of them.
   *
   * @throws GatewayException {@code not-found}
   */
  public SegmentView segment(UUID id, int index) {
    return database
        .jdbi()
        .withHandle(
            handle -> {
              Target target = targets.require(handle, id);
              return reader.view(target, SegmentTable.require(handle, id, index));
            });
  }

  /** What people type between one confirmation and the next. */
  public WorkingCopies copies() {
    return copies;
  }

  /** What is shown when. */
  public Timelines timelines() {
    return new Timelines(database, originals, deliveries);
  }

  /** Segments that say the same. */
  public Repetitions repetitions() {
    return repetitions;
  }

  /** Segments that were signed off before, word for word. */
  public MatchedSegments matched() {
    return matched;
  }

  /** What counts how long texts are. */
  public Rulers rulers() {
    return rulers;
  }

  /** What texts read at each step of their way. */
  public Versions versions() {
    return versions;
  }

  /** How many of them a person has read. */
  public int reviewed(UUID id) {
    return database.jdbi().withHandle(handle -> SegmentTable.reviewed(handle, id));
  }

  /** Oldest first. */
  public List<Event> events(UUID id) {
    return database
        .jdbi()
        .withHandle(
            handle -> {
              targets.require(handle, id);
              return events.of(handle, id);
            });
  }

  /**
   * Replaces the text of a segment; the same text confirms it. Checks run again, and an approved
   * target returns to review.
   *
   * @param version of the segment that the person saw
   * @throws GatewayException {@code stale-version} with {@code currentVersion} and {@code
   *     currentText}, {@code wrong-state}, {@code not-permitted}, {@code not-found}, {@code
   *     invalid-request} when an inline code is lost
   */
  public SegmentView edit(UUID id, int index, int version, String text, Account actor) {
    Optional<ProductChecks> found = checks.byId(id);
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              Target target = targets.lock(handle, id);
              Permission.require(TargetAction.EDIT, target, actor);
              SegmentRow changed =
                  segmentEdit.apply(handle, target, index, version, text, found, actor);
              return reader.view(target, changed);
            });
  }

  /**
   * Leaves the text as it is in spite of a finding, for a reason, or takes that back. What is
   * accepted counts no more; it stays accepted when the segment is checked again, until the words
   * that it is about change.
   *
   * @param finding its id, as {@link io.haidang.translation.check.FindingIdentity} gives it
   * @param reason why; blank takes it back
   * @throws GatewayException {@code wrong-state}, {@code not-permitted}, {@code not-found}, {@code
   *     invalid-request} for a reason that is too long
   */
  public SegmentView acceptFinding(
      UUID id, int index, String finding, String reason, Account actor) {
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              Target target = targets.lock(handle, id);
              Permission.require(TargetAction.EDIT, target, actor);
              String why = TextField.require("reason", reason, DecisionStep.MAX_COMMENT).strip();
              SegmentRow changed = acceptances.set(handle, target, index, finding, why, actor);
              return reader.view(target, changed);
            });
  }

  /**
   * Moves a target on; one that is tried again is translated at once.
   *
   * @throws GatewayException {@code author-cannot-approve}, {@code findings-open}, {@code
   *     stale-version}, {@code wrong-state}, {@code not-permitted}, {@code not-found}, {@code
   *     invalid-request} for a comment that is missing or unfit
   */
  public Target decide(UUID id, Decision decision, Account actor) {
    ApprovalEffect.Step step = step(id, decision, actor);
    List<UUID> unfinished = new ArrayList<>();
    Target decided =
        database
            .jdbi()
            .inTransaction(
                handle -> {
                  Target moved = decisions.apply(handle, id, decision, actor);
                  unfinished.addAll(step.apply(handle));
                  return moved;
                });
    if (decided.state() == TargetState.DRAFT) {
      unfinished.add(id);
    }
    unfinished.forEach(scheduler::schedule);
    return decided;
  }

  private ApprovalEffect.Step step(UUID id, Decision decision, Account actor) {
    Target shown = target(id);
    boolean approves =
        decision.action() == TargetAction.APPROVE
            && decision.version() == shown.version()
            && TargetAction.APPROVE.from(shown.state()).isPresent();
    return approves ? effect.prepare(shown, actor) : handle -> List.of();
  }

  /**
   * Marks a segment as to be changed, for a reason; a blank one takes the mark away. Marks are seen
   * by everybody at once, and go with the next decision to send the text back.
   *
   * @throws GatewayException {@code wrong-state}, {@code not-permitted}, {@code not-found}, {@code
   *     invalid-request} for a reason that is unfit
   */
  public void requestChange(UUID id, Decision.Mark mark, Account actor) {
    database
        .jdbi()
        .useTransaction(
            handle -> {
              Target target = targets.lock(handle, id);
              Permission.require(TargetAction.REQUEST_CHANGES, target, actor);
              decisions.mark(handle, target, mark, actor);
            });
  }

  /** What is to be changed in a product, in reading order, with what was answered since. */
  public List<ChangeRequest> changeRequests(UUID id) {
    return database.jdbi().withHandle(handle -> ChangeRequestTable.of(handle, id));
  }

  /** Signs off several texts at once. */
  public BulkApproval bulk() {
    return new BulkApproval(database, this, clock);
  }

  /**
   * Short forms of the source, and of the present translation.
   *
   * @throws GatewayException {@code not-found}
   */
  public Summaries summaries(UUID id) {
    Target target = target(id);
    List<SegmentRow> rows =
        database.jdbi().withHandle(handle -> SegmentTable.list(handle, target.id()));
    return Summaries.of(target, rows, terms.get().glossary());
  }

  /**
   * A text as it stands, whatever its state: to look at, not to hand out.
   *
   * @throws GatewayException {@code not-found}
   */
  public ExportedFile present(UUID id) {
    return deliveries.file(target(id));
  }

  /**
   * The approved text in the source's format; marks the target as published.
   *
   * @throws GatewayException {@code wrong-state} unless approved or published
   */
  public ExportedFile export(UUID id, Account actor) {
    return deliveries.deliver(List.of(id), actor).get(0);
  }
}
