package io.haidang.gateway.jobs;

import io.haidang.gateway.crash.Attempt;
import io.haidang.gateway.crash.CrashGuard;
import io.haidang.gateway.draft.StaleTable;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.TargetTable;
import io.haidang.gateway.draft.TextKind;
import io.haidang.gateway.draft.WaitTable;
import io.haidang.gateway.draft.Waiting;
import io.haidang.gateway.events.EventLog;
import io.haidang.gateway.recipe.Making;
import io.haidang.gateway.recipe.NotYetException;
import io.haidang.gateway.recipe.Recipes;
import io.haidang.gateway.review.MadeSegment;
import io.haidang.gateway.review.SegmentTable;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.terms.StoryNames;
import io.haidang.gateway.terms.TermUses;
import io.haidang.gateway.traces.Attribute;
import io.haidang.gateway.traces.Span;
import io.haidang.models.CallContext;
import io.haidang.models.Cancellation;
import io.haidang.models.ModelException;
import io.haidang.translation.TranslatedSegment;
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
 * Makes a product by its recipe, a few segments to a transaction, and can be stopped anywhere: the
 * next run makes what is still missing. Segments that were kept from an earlier revision are not
 * missing.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use for different targets. <b>Blocking:</b> for as
 * long as the work takes.
 */
public final class TargetRun {

  /** Small enough to show progress, large enough for a batch. */
  private static final int SEGMENTS = 8;

  private final Database database;
  private final TargetTable targets;
  private final EventLog events;
  private final Recipes recipes;
  private final StoryNames names;
  private final CrashGuard crashes;
  private final Clock clock;

  /** A way to make products in a process that does nothing else. */
  public TargetRun(Database database, Recipes recipes, StoryNames names, Clock clock) {
    this(database, recipes, names, new CrashGuard(database, clock), clock);
  }

  /**
   * A way to make products.
   *
   * @param names asked once for each run, which keeps to the answer to its end
   * @param crashes sets aside what the process dies of
   */
  public TargetRun(
      Database database, Recipes recipes, StoryNames names, CrashGuard crashes, Clock clock) {
    this.database = database;
    this.targets = new TargetTable(clock);
    this.events = new EventLog(clock);
    this.recipes = recipes;
    this.names = names;
    this.crashes = crashes;
    this.clock = clock;
  }

  /**
   * Brings a target to review; does nothing when it is already past a worker, or was deleted.
   *
   * @throws ModelException when the model fails; retryable or not
   * @throws NotYetException when what it is made from is still being made, or when it has to take
   *     its turn after other work that the process may have died of
   * @throws io.haidang.gateway.GatewayException {@code worker-crashed}, when the process has died
   *     of it too often
   */
  public void run(UUID id, Cancellation cancellation) {
    run(id, cancellation, Span.NONE);
  }

  /** The same, with a span to which what is made is added. */
  void run(UUID id, Cancellation cancellation, Span span) {
    Optional<Target> target =
        database
            .jdbi()
            .withHandle(handle -> targets.find(handle, id))
            .filter(found -> TargetAction.TRANSLATE.from(found.state()).isPresent());
    if (target.isEmpty()) {
      return;
    }
    try (Attempt attempt =
        crashes.begin(id, Duration.ZERO).orElseThrow(NotYetException::otherWorkFirst)) {
      run(target.get(), attempt, cancellation, span);
    }
  }

  private void run(Target target, Attempt attempt, Cancellation cancellation, Span span) {
    describe(target, span);
    CallContext call = call(target, cancellation);
    Making making = recipes.of(target).begin(target, names.of(target.asset().story()), call);
    span.put(Attribute.SEGMENTS, making.size());
    Target begun = start(target, making.size());
    List<Integer> missing = missing(begun, making);
    while (!missing.isEmpty()) {
      if (cancellation.isCancelled()) {
        throw new ModelException.Cancelled();
      }
      List<Integer> next = missing.subList(0, Math.min(SEGMENTS, missing.size()));
      make(next, begun, making, attempt, call);
      missing = missing(begun, making);
    }
    finish(begun, making);
  }

  private static void describe(Target target, Span span) {
    span.put(Attribute.JOB_KIND, target.form().id())
        .put(Attribute.SOURCE_LANGUAGE, target.asset().sourceLanguage().toLanguageTag())
        .put(Attribute.TARGET_LANGUAGE, target.language().toLanguageTag());
  }

  private List<Integer> missing(Target target, Making making) {
    return database
        .jdbi()
        .withHandle(handle -> SegmentTable.missing(handle, target.id(), making.size()));
  }

  private Target start(Target target, int total) {
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              Target begun = targets.move(handle, target, TargetAction.TRANSLATE, null, null);
              targets.setTotal(handle, target.id(), total);
              WaitTable.pause(handle, target.id());
              events.append(
                  handle,
                  target.id(),
                  EventLog.STARTED,
                  EventLog.WORKER,
                  Map.of("done", SegmentTable.count(handle, target.id()), "total", total));
              return begun;
            });
  }

  private void make(
      List<Integer> places, Target begun, Making making, Attempt attempt, CallContext call) {
    List<MadeSegment> made = making.make(places, call);
    database
        .jdbi()
        .useTransaction(
            handle -> {
              requireUnchanged(handle, begun);
              SegmentTable.insert(handle, begun.id(), made);
              made.forEach(
                  segment -> use(handle, begun, segment.index(), segment.segment(), making));
              WaitTable.end(handle, begun.id());
              attempt.gotOn(handle);
              events.append(
                  handle,
                  begun.id(),
                  "segments-translated",
                  EventLog.WORKER,
                  Map.of("from", places.get(0), "to", places.get(places.size() - 1)));
            });
  }

  /** A newer revision of the source may have come in between; the next try works from that. */
  private Target requireUnchanged(Handle handle, Target begun) {
    Target present = targets.lock(handle, begun.id());
    if (present.version() != begun.version()) {
      throw TargetTable.stale(present);
    }
    return present;
  }

  private static void use(
      Handle handle, Target target, int index, TranslatedSegment segment, Making making) {
    TermUses.write(
        handle, target.id(), index, segment.source(), segment.target(), making.context());
  }

  private static CallContext call(Target target, Cancellation cancellation) {
    return CallContext.bulk(cancellation)
        .reaching(TextKind.of(target).reach())
        .onAccountOf(target.asset().author().login())
        .bookedAs(target.id().toString());
  }

  /** What needs the whole product, read anew from the store, and the end, or nothing of both. */
  private void finish(Target begun, Making making) {
    database
        .jdbi()
        .useTransaction(
            handle -> {
              Target target = requireUnchanged(handle, begun);
              settle(handle, target, making);
              StaleTable.clear(handle, target.id());
              Target moved =
                  targets.move(handle, target, TargetAction.SUBMIT_FOR_REVIEW, null, null);
              events.appendState(handle, target.id(), moved.state(), EventLog.WORKER, Map.of());
            });
  }

  private static void settle(Handle handle, Target target, Making making) {
    List<TranslatedSegment> written = SegmentTable.machine(handle, target.id());
    List<TranslatedSegment> settled = making.settle(written);
    for (int i = 0; i < settled.size(); i++) {
      if (!settled.get(i).equals(written.get(i))) {
        SegmentTable.rewrite(handle, target.id(), i, settled.get(i));
        use(handle, target, i, settled.get(i), making);
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
   * Records that a target cannot be made; does nothing when it is already past a worker, or was
   * deleted.
   *
   * @param failure an id of the error catalogue, and the reason where it is safe to show
   */
  void fail(UUID id, String failure) {
    database
        .jdbi()
        .useTransaction(
            handle -> {
              CrashGuard.forget(handle, id);
              if (targets.find(handle, id).isEmpty()) {
                return;
              }
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
