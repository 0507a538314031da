package io.haidang.gateway.review;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.SourceChanges;
import io.haidang.gateway.draft.StaleTable;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.TargetTable;
import io.haidang.gateway.draft.TextField;
import io.haidang.gateway.events.EventLog;
import io.haidang.gateway.memory.MemoryFeed;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.translation.review.TargetAction;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** One decision about one product, all in the transaction of the caller. */
final class DecisionStep {

  static final int MAX_COMMENT = 2_000;

  private final TargetTable targets;
  private final EventLog events;
  private final Supplier<TermEnforcer> terms;
  private final DecisionWitness witness;
  private final Clock clock;

  DecisionStep(Supplier<TermEnforcer> terms, DecisionWitness witness, Clock clock) {
    this.targets = new TargetTable(clock);
    this.events = new EventLog(clock);
    this.terms = terms;
    this.witness = witness;
    this.clock = clock;
  }

  /** Decides, and writes down who did and why. */
  Target apply(Handle handle, UUID id, Decision decision, Account actor) {
    Target target = targets.lock(handle, id);
    Permission.require(decision.action(), target, actor);
    if (target.version() != decision.version()) {
      throw TargetTable.stale(target);
    }
    String comment = TextField.require("comment", decision.comment(), MAX_COMMENT);
    ApprovalRules.require(handle, target, decision);
    witness.decided(handle, target, decision.action(), actor);
    return decision.action() == TargetAction.KEEP
        ? keep(handle, target, actor, comment)
        : move(handle, target, decision, actor);
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

  private Target move(Handle handle, Target target, Decision decision, Account actor) {
    TargetAction action = decision.action();
    Map<String, Object> data = new LinkedHashMap<>();
    if (!decision.comment().isBlank()) {
      data.put("comment", decision.comment());
    }
    data.putAll(effect(handle, target, decision, actor));
    UUID approver = action == TargetAction.APPROVE ? actor.id() : null;
    Target moved = targets.move(handle, target, action, null, approver);
    events.appendState(handle, moved.id(), moved.state(), actor.displayName(), data);
    return moved;
  }

  /** What a decision does beside the move; returns what the record says of it. */
  private Map<String, Object> effect(
      Handle handle, Target target, Decision decision, Account actor) {
    return switch (decision.action()) {
      case APPROVE -> approve(handle, target, actor);
      case REQUEST_CHANGES -> mark(handle, target, decision, actor);
      case REJECT -> reject(handle, target);
      case RESUBMIT -> {
        targets.setSubmitter(handle, target.id(), actor.id());
        yield Map.of();
      }
      default -> Map.of();
    };
  }

  private Map<String, Object> approve(Handle handle, Target target, Account actor) {
    ChangeRequestTable.removeAll(handle, target.id());
    if (target.isInAnotherLanguage()) {
      String release = terms.get().glossary().release().value();
      MemoryFeed.approve(handle, target, actor.displayName(), release, clock.instant());
    }
    return ApproverEdits.of(
            target,
            SegmentTable.list(handle, target.id()),
            events.of(handle, target.id()),
            actor.displayName())
        .asData();
  }

  /** What was answered before is done with; what is marked now is what the editor finds. */
  private Map<String, Object> mark(Handle handle, Target target, Decision decision, Account actor) {
    ChangeRequestTable.removeAnswered(handle, target.id());
    decision.marks().forEach(mark -> mark(handle, target, mark, actor));
    List<Map<String, Object>> marked =
        ChangeRequestTable.of(handle, target.id()).stream()
            .map(request -> marked(request.segment(), request.reason()))
            .toList();
    return marked.isEmpty() ? Map.of() : Map.of("segments", marked);
  }

  private static Map<String, Object> marked(int segment, String reason) {
    return Map.of("index", segment, "reason", reason);
  }

  /** Marks a segment; a blank reason takes the mark away. */
  void mark(Handle handle, Target target, Decision.Mark mark, Account actor) {
    SegmentTable.require(handle, target.id(), mark.segment());
    String reason = TextField.require("reason", mark.reason(), MAX_COMMENT).strip();
    if (reason.isEmpty()) {
      ChangeRequestTable.remove(handle, target.id(), mark.segment());
    } else {
      ChangeRequestTable.put(
          handle, target.id(), mark.segment(), reason, actor.displayName(), clock.instant());
    }
  }

  /** What was made from the text says what nobody stands by any more. */
  private Map<String, Object> reject(Handle handle, Target target) {
    SourceChanges.mark(handle, target.id(), target.asset().revision(), "", "", clock.instant());
    return Map.of();
  }
}
