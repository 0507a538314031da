package io.haidang.gateway.review;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.Originals;
import io.haidang.gateway.draft.StaleTable;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.TargetScheduler;
import io.haidang.gateway.draft.TargetTable;
import io.haidang.gateway.draft.TextField;
import io.haidang.gateway.events.Event;
import io.haidang.gateway.events.EventLog;
import io.haidang.gateway.memory.MemoryFeed;
import io.haidang.gateway.review.SegmentTable.SegmentRow;
import io.haidang.gateway.store.Database;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.translation.review.TargetAction;
import io.haidang.translation.review.TargetState;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * What people do with translations: read, edit, decide, take away.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL; never call it on an event
 * loop.
 */
public final class ReviewDesk {

  private static final int MAX_COMMENT = 2_000;

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
  private final Deliveries deliveries;
  private final Supplier<TermEnforcer> terms;

  /**
   * A desk.
   *
   * @param terms the release of the glossary to check against now
   * @param scheduler told of each target that a person has tried again
   */
  public ReviewDesk(
      Database database, Supplier<TermEnforcer> terms, TargetScheduler scheduler, Clock clock) {
    this(database, terms, scheduler, ApprovalEffect.NONE, clock);
  }

  /**
   * A desk.
   *
   * @param effect of an approval, beside itself
   */
  public ReviewDesk(
      Database database,
      Supplier<TermEnforcer> terms,
      TargetScheduler scheduler,
      ApprovalEffect effect,
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
    this.deliveries = new Deliveries(database, clock);
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
    Target shown = target(id);
    Optional<ProductChecks> checks = ProductChecks.of(shown, originals, terms.get());
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              Target target = targets.lock(handle, id);
              Permission.require(TargetAction.EDIT, target, actor);
              SegmentRow changed =
                  segmentEdit.apply(handle, target, index, version, text, checks, actor);
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
              String why = TextField.require("reason", reason, MAX_COMMENT).strip();
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
                  Target moved = decide(handle, id, decision, actor);
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

  private Target decide(Handle handle, UUID id, Decision decision, Account actor) {
    Target target = targets.lock(handle, id);
    Permission.require(decision.action(), target, actor);
    if (target.version() != decision.version()) {
      throw TargetTable.stale(target);
    }
    String comment = TextField.require("comment", decision.comment(), MAX_COMMENT);
    requireReason(decision, target);
    if (decision.action() == TargetAction.KEEP) {
      return keep(handle, target, actor, comment);
    }
    return move(handle, target, decision.action(), actor, comment);
  }

  /** The product stays as it is and says what is right: a person answers for that. */
  private Target keep(Handle handle, Target target, Account actor, String comment) {
    Target kept = targets.move(handle, target, TargetAction.KEEP, null, null);
    StaleTable.clear(handle, target.id());
    events.append(
        handle,
        target.id(),
        EventLog.KEPT,
        actor.displayName(),
        Map.of("comment", comment, "staleReasons", target.staleReasons()));
    return targets.require(handle, kept.id());
  }

  private Target move(
      Handle handle, Target target, TargetAction action, Account actor, String comment) {
    Target moved =
        targets.move(
            handle, target, action, null, action == TargetAction.APPROVE ? actor.id() : null);
    events.appendState(
        handle,
        moved.id(),
        moved.state(),
        actor.displayName(),
        comment.isBlank() ? Map.of() : Map.of("comment", comment));
    if (action == TargetAction.APPROVE && moved.isInAnotherLanguage()) {
      String release = terms.get().glossary().release().value();
      MemoryFeed.approve(handle, moved, actor.displayName(), release, clock.instant());
    }
    return moved;
  }

  private static void requireReason(Decision decision, Target target) {
    boolean withoutComment = decision.comment().isBlank();
    if (decision.action() == TargetAction.APPROVE) {
      Deliveries.requireUpToDate(target);
    }
    if (decision.action() == TargetAction.KEEP && (withoutComment || !target.isStale())) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST,
          "comment: (blank), or product up to date (expected: why a stale product is right)");
    }
    if (decision.action() == TargetAction.REQUEST_CHANGES && withoutComment) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, "comment: (blank) (expected: what has to change)");
    }
    boolean accepted = decision.acceptFindings() && !withoutComment;
    if (decision.action() == TargetAction.APPROVE && target.openErrors() > 0 && !accepted) {
      throw new GatewayException(
          ErrorCode.FINDINGS_OPEN,
          "findings: "
              + target.openErrors()
              + " segments with errors (expected: none, or acceptFindings with a comment)",
          Map.of("openErrors", target.openErrors()));
    }
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
   * The approved text in the source's format; marks the target as published.
   *
   * @throws GatewayException {@code wrong-state} unless approved or published
   */
  public ExportedFile export(UUID id, Account actor) {
    return deliveries.deliver(List.of(id), actor).get(0);
  }
}
