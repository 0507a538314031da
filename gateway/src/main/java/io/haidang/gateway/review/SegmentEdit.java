package io.haidang.gateway.review;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.SourceChanges;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.TargetTable;
import io.haidang.gateway.draft.TextField;
import io.haidang.gateway.events.EventLog;
import io.haidang.gateway.memory.MemoryFeed;
import io.haidang.gateway.review.SegmentTable.SegmentRow;
import io.haidang.gateway.terms.TermUses;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.check.Finding;
import io.haidang.translation.check.FindingIdentity;
import io.haidang.translation.document.InlineCodes;
import io.haidang.translation.review.SegmentState;
import io.haidang.translation.review.TargetAction;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** One change of one segment, all in the transaction of the caller. */
final class SegmentEdit {

  private final TargetTable targets;
  private final EventLog events;
  private final Supplier<TermEnforcer> terms;
  private final Clock clock;

  SegmentEdit(Supplier<TermEnforcer> terms, Clock clock) {
    this.targets = new TargetTable(clock);
    this.events = new EventLog(clock);
    this.terms = terms;
    this.clock = clock;
  }

  /** Replaces the text, checks it anew, moves the target, and writes down who did it. */
  SegmentRow apply(
      Handle handle,
      Target target,
      int index,
      int version,
      String text,
      Optional<ProductChecks> checks,
      Account actor) {
    SegmentRow seen = requireVersion(handle, target.id(), index, version);
    ChangeRequestTable.answer(handle, target.id(), index, clock.instant());
    SegmentRow changed =
        apply(handle, target, seen, text.strip(), TargetAction.EDIT, checks, actor);
    WorkingCopyTable.clear(
        handle, target.id(), actor.id(), index, changed.version(), clock.instant());
    return changed;
  }

  /** A segment as somebody saw it, or the error {@code stale-version}. */
  static SegmentRow requireVersion(Handle handle, UUID target, int index, int version) {
    SegmentRow present = SegmentTable.require(handle, target, index);
    if (present.version() != version) {
      throw stale(present);
    }
    return present;
  }

  /** Puts the machine's text back, as if nobody had read it. */
  void giveBack(
      Handle handle,
      Target target,
      SegmentRow seen,
      Optional<ProductChecks> checks,
      Account actor) {
    apply(handle, target, seen, seen.machine(), TargetAction.EDIT, checks, actor);
    SegmentTable.setUnread(handle, target.id(), seen.index(), seen.provenance());
  }

  /** As {@link #apply}, but for a text that may have been delivered; whatever version it has. */
  void correct(
      Handle handle,
      Target target,
      int index,
      String text,
      Optional<ProductChecks> checks,
      Account actor) {
    SegmentRow seen = SegmentTable.require(handle, target.id(), index);
    apply(handle, target, seen, text, TargetAction.CORRECT, checks, actor);
  }

  private SegmentRow apply(
      Handle handle,
      Target target,
      SegmentRow seen,
      String text,
      TargetAction action,
      Optional<ProductChecks> checks,
      Account actor) {
    SegmentRow changed = change(handle, target, seen, text, checks);
    record(handle, target, seen, changed, actor);
    tellDependants(handle, target, seen, changed);
    moveTarget(handle, target, action, actor);
    return changed;
  }

  private SegmentRow change(
      Handle handle, Target target, SegmentRow seen, String text, Optional<ProductChecks> checks) {
    requireUsable(seen, text);
    TranslationContext context = context(target);
    if (checks.isPresent()) {
      changeProduct(handle, target, seen, text, checks.get());
    } else {
      DocumentFindings document = DocumentFindings.after(handle, target, seen, text, context);
      update(handle, target, seen, text, document.of(seen, text));
      document.refreshOthers(handle, seen);
    }
    TermUses.write(handle, target.id(), seen.index(), seen.source(), text, context);
    return SegmentTable.require(handle, target.id(), seen.index());
  }

  private static void changeProduct(
      Handle handle, Target target, SegmentRow seen, String text, ProductChecks checks) {
    List<SegmentRow> rows = SegmentTable.list(handle, target.id());
    List<List<Finding>> findings = checks.after(rows, seen.index(), text);
    update(handle, target, seen, text, findings.get(seen.index()));
    for (SegmentRow row : rows) {
      List<Finding> carried = carried(row, findings.get(row.index()));
      if (row.index() != seen.index() && !carried.equals(row.findings())) {
        SegmentTable.setFindings(handle, target.id(), row.index(), carried);
      }
    }
  }

  private static List<Finding> carried(SegmentRow row, List<Finding> findings) {
    return FindingIdentity.carry(
        row.findings(), row.target(), findings, row.target(), row.source());
  }

  private static void update(
      Handle handle, Target target, SegmentRow seen, String text, List<Finding> findings) {
    SegmentState state = text.equals(seen.target()) ? SegmentState.CONFIRMED : SegmentState.EDITED;
    List<Finding> carried =
        FindingIdentity.carry(seen.findings(), seen.target(), findings, text, seen.source());
    if (!SegmentTable.update(handle, target.id(), seen, text, state, carried)) {
      throw stale(SegmentTable.require(handle, target.id(), seen.index()));
    }
  }

  private void tellDependants(Handle handle, Target target, SegmentRow before, SegmentRow after) {
    if (!before.target().equals(after.target())) {
      SourceChanges.mark(
          handle,
          target.id(),
          target.asset().revision(),
          InlineCodes.strip(before.target()),
          InlineCodes.strip(after.target()),
          clock.instant());
    }
  }

  private TranslationContext context(Target target) {
    return ProductChecks.context(target, terms.get());
  }

  private static void requireUsable(SegmentRow seen, String text) {
    TextField.require("text", text, SegmentView.MAX_TEXT);
    if (!InlineCodes.multiset(text).equals(InlineCodes.multiset(seen.source()))) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST,
          "text: inline codes differ (expected: those of the source, "
              + InlineCodes.multiset(seen.source()).keySet()
              + ")");
    }
  }

  private void record(
      Handle handle, Target target, SegmentRow before, SegmentRow after, Account actor) {
    boolean edited = after.state() == SegmentState.EDITED;
    Map<String, ?> data =
        edited
            ? Map.of("index", after.index(), "before", before.target(), "after", after.target())
            : Map.of("index", after.index());
    events.append(
        handle,
        target.id(),
        edited ? "segment-edited" : "segment-confirmed",
        actor.displayName(),
        data);
  }

  /**
   * Every edit makes a new version of the target, so that nobody approves what they did not see.
   */
  private void moveTarget(Handle handle, Target target, TargetAction action, Account actor) {
    Target moved = targets.move(handle, target, action, null, null);
    if (target.state().isSignedOff() && !moved.state().isSignedOff()) {
      MemoryFeed.retire(handle, target.id());
    }
    if (moved.state() != target.state()) {
      events.appendState(handle, moved.id(), moved.state(), actor.displayName(), Map.of());
    }
  }

  private static GatewayException stale(SegmentRow present) {
    return new GatewayException(
        ErrorCode.STALE_VERSION,
        "version: changed in between (expected: " + present.version() + ")",
        Map.of("currentVersion", present.version(), "currentText", present.target()));
  }
}
