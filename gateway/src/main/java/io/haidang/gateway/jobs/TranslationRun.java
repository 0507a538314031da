package io.haidang.gateway.jobs;

import io.haidang.gateway.draft.Asset;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.TargetTable;
import io.haidang.gateway.draft.TextKind;
import io.haidang.gateway.draft.WaitTable;
import io.haidang.gateway.draft.Waiting;
import io.haidang.gateway.engine.EngineRouter;
import io.haidang.gateway.events.EventLog;
import io.haidang.gateway.review.SegmentTable;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.terms.TermReleases;
import io.haidang.gateway.terms.TermUses;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.CallContext;
import io.haidang.models.Cancellation;
import io.haidang.models.LanguagePair;
import io.haidang.models.ModelException;
import io.haidang.translation.Excerpt;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.document.SegmentedDocument;
import io.haidang.translation.pipeline.DocumentNames;
import io.haidang.translation.review.TargetAction;
import io.haidang.translation.review.TargetState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Translates a target, a few segments to a transaction, and can be stopped anywhere: the next run
 * goes on where the last transaction ended.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use for different targets. <b>Blocking:</b> for as
 * long as the translation takes.
 */
public final class TranslationRun {

  /** Small enough to show progress, large enough for a batch. */
  private static final int SEGMENTS = 8;

  private final Database database;
  private final TargetTable targets;
  private final EventLog events;
  private final EngineRouter engines;
  private final TermReleases terms;
  private final Clock clock;

  /**
   * A way to translate.
   *
   * @param terms asked once for each document, which keeps to the answer to its end, whatever
   *     becomes of the process in between
   */
  public TranslationRun(Database database, EngineRouter engines, TermReleases terms, Clock clock) {
    this.database = database;
    this.targets = new TargetTable(clock);
    this.events = new EventLog(clock);
    this.engines = engines;
    this.terms = terms;
    this.clock = clock;
  }

  /**
   * Brings a target to review; does nothing when it is already past a worker.
   *
   * @throws ModelException when the model fails; retryable or not
   */
  public void run(UUID id, Cancellation cancellation) {
    Target target = database.jdbi().withHandle(handle -> targets.require(handle, id));
    if (TargetAction.TRANSLATE.from(target.state()).isEmpty()) {
      return;
    }
    SegmentedDocument document = document(target);
    TranslationContext context = context(target);
    int done = start(target, document.segments().size());
    while (done < document.segments().size()) {
      if (cancellation.isCancelled()) {
        throw new ModelException.Cancelled();
      }
      done = translateFrom(done, target, document, context, cancellation);
    }
    finish(id, context);
  }

  private SegmentedDocument document(Target target) {
    String content = database.jdbi().withHandle(handle -> targets.content(handle, target));
    return SegmentedDocument.read(
        target.asset().format(), content, target.asset().sourceLanguage());
  }

  /** One release of the glossary for the whole document, whatever is approved meanwhile. */
  private TranslationContext context(Target target) {
    TermEnforcer release =
        database
            .jdbi()
            .withHandle(handle -> SegmentTable.release(handle, target.id()))
            .map(terms::of)
            .orElseGet(terms);
    return new TranslationContext(kind(target).pair(), target.asset().textDate(), release);
  }

  /** Returns how many segments an earlier run has left. */
  private int start(Target target, int total) {
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              targets.move(handle, target, TargetAction.TRANSLATE, null, null);
              targets.setTotal(handle, target.id(), total);
              WaitTable.pause(handle, target.id());
              int done = SegmentTable.count(handle, target.id());
              events.append(
                  handle,
                  target.id(),
                  EventLog.STARTED,
                  EventLog.WORKER,
                  Map.of("done", done, "total", total));
              return done;
            });
  }

  private int translateFrom(
      int from,
      Target target,
      SegmentedDocument document,
      TranslationContext context,
      Cancellation cancellation) {
    int to = Math.min(from + SEGMENTS, document.segments().size());
    TextKind kind = kind(target);
    List<TranslatedSegment> segments =
        engines
            .translator(kind)
            .translate(
                Excerpt.range(document.segments(), from, to),
                context,
                call(target, kind, cancellation));
    database
        .jdbi()
        .useTransaction(
            handle -> {
              SegmentTable.insert(handle, target.id(), from, document.units(), segments);
              writeTermUses(handle, target.id(), from, segments, context);
              WaitTable.end(handle, target.id());
              events.append(
                  handle,
                  target.id(),
                  "segments-translated",
                  EventLog.WORKER,
                  Map.of("from", from, "to", to - 1));
            });
    return to;
  }

  private static void writeTermUses(
      Handle handle,
      UUID target,
      int from,
      List<TranslatedSegment> segments,
      TranslationContext context) {
    for (int i = 0; i < segments.size(); i++) {
      TranslatedSegment segment = segments.get(i);
      TermUses.write(handle, target, from + i, segment.source(), segment.target(), context);
    }
  }

  private static TextKind kind(Target target) {
    Asset asset = target.asset();
    return new TextKind(
        new LanguagePair(asset.sourceLanguage(), target.language()),
        asset.format(),
        asset.sensitivity());
  }

  private static CallContext call(Target target, TextKind kind, Cancellation cancellation) {
    return CallContext.bulk(cancellation)
        .reaching(kind.reach())
        .onAccountOf(target.asset().author().login())
        .bookedAs(target.id().toString());
  }

  /** What needs the whole document, read anew from the store, and the end, or nothing of both. */
  private void finish(UUID id, TranslationContext context) {
    database
        .jdbi()
        .useTransaction(
            handle -> {
              Target target = targets.lock(handle, id);
              settleNames(handle, target, context);
              Target moved =
                  targets.move(handle, target, TargetAction.SUBMIT_FOR_REVIEW, null, null);
              events.appendState(handle, id, moved.state(), EventLog.WORKER, Map.of());
            });
  }

  private static void settleNames(Handle handle, Target target, TranslationContext context) {
    List<TranslatedSegment> written = SegmentTable.machine(handle, target.id());
    List<TranslatedSegment> settled = DocumentNames.settle(written, context);
    for (int i = 0; i < settled.size(); i++) {
      TranslatedSegment segment = settled.get(i);
      if (!segment.equals(written.get(i))) {
        SegmentTable.rewrite(handle, target.id(), i, segment);
        TermUses.write(handle, target.id(), i, segment.source(), segment.target(), context);
      }
    }
  }

  /**
   * Records that a target has to wait, and how long.
   *
   * @return when its next try begins; empty when it has waited long enough to give up
   */
  Optional<Instant> await(UUID id, WorkerReply reply, OutagePolicy policy) {
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              Instant now = clock.instant();
              Instant since = WaitTable.since(handle, id).orElse(now);
              Optional<Instant> next =
                  policy.pause(Duration.between(since, now), reply.retryAfter()).map(now::plus);
              next.ifPresent(
                  moment -> wait(handle, id, new Waiting(reply.reason(), since, moment)));
              return next;
            });
  }

  private void wait(Handle handle, UUID id, Waiting waiting) {
    WaitTable.put(handle, id, waiting);
    events.append(
        handle,
        id,
        EventLog.WAITING,
        EventLog.WORKER,
        Map.of("reason", waiting.reason(), "nextAttempt", waiting.nextAttempt().toString()));
  }

  /**
   * Records that a target cannot be translated; does nothing when it is already past a worker.
   *
   * @param failure an id of the error catalogue, and the reason where it is safe to show
   */
  void fail(UUID id, String failure) {
    database
        .jdbi()
        .useTransaction(
            handle -> {
              Target target = targets.lock(handle, id);
              if (target.state() == TargetState.DRAFT || target.state() == TargetState.MACHINE) {
                Target moved = targets.move(handle, target, TargetAction.FAIL, failure, null);
                WaitTable.end(handle, id);
                events.appendState(
                    handle, id, moved.state(), EventLog.WORKER, Map.of("failure", failure));
              }
            });
  }
}
