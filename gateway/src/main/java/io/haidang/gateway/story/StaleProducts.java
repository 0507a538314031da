package io.haidang.gateway.story;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.Asset;
import io.haidang.gateway.draft.AssetText;
import io.haidang.gateway.draft.SourceChanges;
import io.haidang.gateway.draft.StaleReason;
import io.haidang.gateway.draft.StaleTable;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.TargetTable;
import io.haidang.gateway.events.EventLog;
import io.haidang.gateway.review.ProductSegment;
import io.haidang.gateway.review.SegmentMoves;
import io.haidang.gateway.review.SegmentTable;
import io.haidang.translation.fact.FactLedger;
import io.haidang.translation.review.TargetAction;
import io.haidang.translation.review.TargetState;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * What a new revision means for the products of an asset: stale ones get their reasons, the others
 * are told where their sentences stand now, unfinished ones go on from the new text.
 */
final class StaleProducts {

  private final TextStates states;
  private final TargetTable targets;
  private final EventLog events;
  private final Clock clock;

  StaleProducts(TextStates states, Clock clock) {
    this.states = states;
    this.targets = new TargetTable(clock);
    this.events = new EventLog(clock);
    this.clock = clock;
  }

  /** Whether some product was made from that revision. */
  boolean isBase(Handle handle, Asset asset, AssetText text) {
    return targets.ofAsset(handle, asset.id()).stream()
        .filter(target -> !target.form().isTranscript())
        .anyMatch(target -> target.asset().revision() == text.revision());
  }

  /**
   * Judges every product of an asset.
   *
   * @param revision the new one
   * @param diffs from each revision that products were made from to the new one
   * @return products that a worker has to make or go on making
   */
  List<UUID> mark(
      Handle handle, Asset asset, int revision, Map<Integer, RevisionDiff> diffs, Account actor) {
    List<UUID> unfinished = new ArrayList<>();
    Set<UUID> stale = new LinkedHashSet<>();
    for (Target seen : targets.ofAsset(handle, asset.id())) {
      Target target = targets.lock(handle, seen.id());
      RevisionDiff diff = diffs.get(target.asset().revision());
      boolean isApart = target.form().isTranscript() || target.state() == TargetState.SUPERSEDED;
      if (diff == null || isApart) {
        continue;
      }
      if (isUnfinished(target)) {
        beginAgain(handle, target, diff);
        unfinished.add(target.id());
        continue;
      }
      List<StaleReason> reasons = reasons(handle, target, diff);
      if (reasons.isEmpty()) {
        adopt(handle, target, diff);
      } else {
        stale.add(target.id());
        StaleTable.replace(handle, target.id(), reasons);
        note(handle, target, reasons, actor);
      }
    }
    passOn(handle, stale, revision);
    return unfinished;
  }

  private static boolean isUnfinished(Target target) {
    return switch (target.state()) {
      case DRAFT, MACHINE, FAILED -> true;
      default -> false;
    };
  }

  /** What was made of sentences that are still there stays; a worker makes the rest. */
  private void beginAgain(Handle handle, Target target, RevisionDiff diff) {
    Remaking.carry(handle, target, diff);
    targets.setRevision(handle, target.id(), diff.after().revision());
    if (target.state() == TargetState.MACHINE) {
      targets.move(handle, target, TargetAction.REMAKE, null, null);
    }
  }

  private List<StaleReason> reasons(Handle handle, Target target, RevisionDiff diff) {
    Staleness staleness = new Staleness(diff, clock.instant());
    if (target.form().isTranslation()) {
      return staleness.ofTranslation();
    }
    List<ProductSegment> segments = SegmentTable.product(handle, target.id());
    return staleness.ofForm(segments, stated(target, segments));
  }

  private FactLedger stated(Target target, List<ProductSegment> segments) {
    return states
        .extractor(target.asset())
        .ledger(
            segments.stream().map(ProductSegment::plain).toList(),
            target.language(),
            target.asset().textDate());
  }

  /** A product that is up to date is so with the new revision. */
  private void adopt(Handle handle, Target target, RevisionDiff diff) {
    targets.setRevision(handle, target.id(), diff.after().revision());
    StaleTable.clear(handle, target.id());
    if (!target.form().isTranslation()) {
      SegmentMoves.setOrigins(
          handle, target.id(), moved(SegmentTable.product(handle, target.id()), diff));
    }
  }

  private static Map<Integer, List<Integer>> moved(
      List<ProductSegment> segments, RevisionDiff diff) {
    Map<Integer, List<Integer>> origins = new HashMap<>();
    segments.forEach(
        segment ->
            origins.put(
                segment.index(), segment.origins().stream().map(diff.kept()::get).toList()));
    return origins;
  }

  private void note(Handle handle, Target target, List<StaleReason> reasons, Account actor) {
    StaleReason first = reasons.get(0);
    events.append(
        handle,
        target.id(),
        EventLog.STALE,
        actor.displayName(),
        Map.of(
            "reason", PublicName.of(first.kind()),
            "before", first.before(),
            "after", first.after(),
            "revision", first.revision()));
  }

  /** Whatever is made from a stale product is stale too, by whatever way. */
  private void passOn(Handle handle, Set<UUID> stale, int revision) {
    stale.forEach(source -> SourceChanges.mark(handle, source, revision, "", "", clock.instant()));
  }
}
