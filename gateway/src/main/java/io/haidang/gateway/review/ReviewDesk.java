package io.haidang.gateway.review;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.TargetTable;
import io.haidang.gateway.events.Event;
import io.haidang.gateway.events.EventLog;
import io.haidang.gateway.review.SegmentTable.SegmentRow;
import io.haidang.gateway.store.Database;
import io.haidang.glossary.TermMatch;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.LanguagePair;
import io.haidang.summarization.Summarizer;
import io.haidang.summarization.Summary;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.check.Checks;
import io.haidang.translation.check.Finding;
import io.haidang.translation.document.InlineCodes;
import io.haidang.translation.document.SegmentedDocument;
import io.haidang.translation.review.ReviewPolicy;
import io.haidang.translation.review.SegmentState;
import io.haidang.translation.review.TargetAction;
import io.haidang.translation.review.TargetState;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What people do with translations: read, edit, decide, take away.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL; never call it on an event
 * loop.
 */
public final class ReviewDesk {

  private static final int MAX_SEGMENT = 10_000;

  private final Database database;
  private final TargetTable targets;
  private final EventLog events;
  private final TermEnforcer terms;

  public ReviewDesk(Database database, TermEnforcer terms, Clock clock) {
    this.database = database;
    this.targets = new TargetTable(clock);
    this.events = new EventLog(clock);
    this.terms = terms;
  }

  /** Targets in one of {@code states}, those with most open errors first, then the oldest. */
  public List<Target> queue(Set<TargetState> states, int limit) {
    return database.jdbi().withHandle(handle -> targets.inStates(handle, states, limit));
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
    return database
        .jdbi()
        .withHandle(
            handle -> {
              Target target = targets.require(handle, id);
              return SegmentTable.list(handle, id).stream().map(row -> view(target, row)).toList();
            });
  }

  private SegmentView view(Target target, SegmentRow row) {
    List<TermMatch> names =
        terms
            .glossary()
            .match(row.source(), target.asset().sourceLanguage(), target.asset().textDate());
    return new SegmentView(
        row.index(),
        row.unit(),
        row.source(),
        row.machine(),
        row.target(),
        row.state(),
        row.version(),
        row.confidence(),
        row.findings(),
        names,
        row.provenance().engine()
            + " "
            + row.provenance().engineVersion()
            + ", "
            + row.provenance().glossaryRelease());
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
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              Target target = targets.require(handle, id);
              judge(TargetAction.EDIT, target, actor);
              SegmentRow seen = segment(handle, id, index);
              if (seen.version() != version) {
                throw stale(seen);
              }
              SegmentRow changed = change(handle, target, seen, text.strip());
              moveAfterEdit(handle, target);
              record(handle, target, seen, changed, actor);
              return view(target, changed);
            });
  }

  private SegmentRow change(Handle handle, Target target, SegmentRow seen, String text) {
    requireUsable(seen, text);
    boolean same = text.equals(seen.target());
    List<Finding> findings = Checks.run(seen.source(), text, context(target));
    SegmentState state = same ? SegmentState.CONFIRMED : SegmentState.EDITED;
    if (!SegmentTable.update(handle, target.id(), seen, text, state, findings)) {
      throw stale(segment(handle, target.id(), seen.index()));
    }
    return segment(handle, target.id(), seen.index());
  }

  /**
   * Every edit makes a new version of the target, so that nobody approves what they did not see.
   */
  private void moveAfterEdit(Handle handle, Target target) {
    Target moved = targets.move(handle, target, TargetAction.EDIT, null, null);
    if (moved.state() != target.state()) {
      events.append(handle, target.id(), "target-in-review", EventLog.WORKER, Map.of());
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

  private static void requireUsable(SegmentRow seen, String text) {
    if (text.length() > MAX_SEGMENT || text.chars().anyMatch(ReviewDesk::isControl)) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST,
          "text: too long or with control characters (expected: at most " + MAX_SEGMENT + ")");
    }
    if (!InlineCodes.multiset(text).equals(InlineCodes.multiset(seen.source()))) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST,
          "text: inline codes differ (expected: those of the source, "
              + InlineCodes.multiset(seen.source()).keySet()
              + ")");
    }
  }

  private static boolean isControl(int unit) {
    return Character.isISOControl(unit) && unit != '\n' && unit != '\t' && unit != '\r';
  }

  private static SegmentRow segment(Handle handle, UUID target, int index) {
    return SegmentTable.find(handle, target, index)
        .orElseThrow(
            () ->
                new GatewayException(
                    ErrorCode.NOT_FOUND, "segment: " + index + " (expected: one of the target)"));
  }

  private static GatewayException stale(SegmentRow present) {
    return new GatewayException(
        ErrorCode.STALE_VERSION,
        "version: changed in between (expected: " + present.version() + ")",
        Map.of("currentVersion", present.version(), "currentText", present.target()));
  }

  private TranslationContext context(Target target) {
    return new TranslationContext(
        new LanguagePair(target.asset().sourceLanguage(), target.language()),
        target.asset().textDate(),
        terms);
  }

  /**
   * Moves a target on.
   *
   * @throws GatewayException {@code author-cannot-approve}, {@code findings-open}, {@code
   *     stale-version}, {@code wrong-state}, {@code not-permitted}, {@code not-found}
   */
  public Target decide(UUID id, Decision decision, Account actor) {
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              Target target = targets.require(handle, id);
              judge(decision.action(), target, actor);
              if (target.version() != decision.version()) {
                throw TargetTable.stale(target);
              }
              requireReason(decision, target);
              UUID approver = decision.action() == TargetAction.APPROVE ? actor.id() : null;
              return move(handle, target, decision.action(), actor, decision.comment(), approver);
            });
  }

  private Target move(
      Handle handle,
      Target target,
      TargetAction action,
      Account actor,
      String comment,
      @Nullable UUID approver) {
    Target moved = targets.move(handle, target, action, null, approver);
    events.append(
        handle,
        target.id(),
        "target-" + moved.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        actor.displayName(),
        comment.isBlank() ? Map.of() : Map.of("comment", comment));
    return moved;
  }

  private static void requireReason(Decision decision, Target target) {
    boolean withoutComment = decision.comment().isBlank();
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

  private static void judge(TargetAction action, Target target, Account actor) {
    boolean isAuthor = target.asset().author().id().equals(actor.id());
    switch (ReviewPolicy.judge(action, target.state(), actor.roles(), isAuthor)) {
      case ALLOWED -> {}
      case WRONG_STATE ->
          throw new GatewayException(
              ErrorCode.WRONG_STATE,
              "state: " + target.state() + " (expected: one that allows " + action + ")",
              Map.of("state", target.state().name()));
      case NOT_PERMITTED ->
          throw new GatewayException(
              ErrorCode.NOT_PERMITTED,
              "role: missing (expected: one of " + ReviewPolicy.rolesFor(action) + ")");
      case AUTHOR_CANNOT_APPROVE ->
          throw new GatewayException(
              ErrorCode.AUTHOR_CANNOT_APPROVE, "approver: the author (expected: somebody else)");
    }
  }

  /** The lead summary of the source, and of the present translation from the same segments. */
  public Summaries summaries(UUID id) {
    List<SegmentView> segments = segments(id);
    List<Integer> units = segments.stream().map(SegmentView::unit).toList();
    Summary source =
        Summarizer.lead()
            .summarize(segments.stream().map(s -> InlineCodes.strip(s.source())).toList(), units);
    List<String> translations = segments.stream().map(s -> InlineCodes.strip(s.target())).toList();
    return new Summaries(source, SummaryTranslation.of(source, translations));
  }

  /**
   * The approved text in the source's format; marks the target as published.
   *
   * @throws GatewayException {@code wrong-state} unless approved or published
   */
  public ExportedFile export(UUID id, Account actor) {
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              Target target = targets.require(handle, id);
              judge(TargetAction.PUBLISH, target, actor);
              List<String> texts =
                  SegmentTable.list(handle, id).stream().map(SegmentRow::target).toList();
              String merged =
                  SegmentedDocument.read(
                          target.asset().format(),
                          targets.content(handle, target),
                          target.asset().sourceLanguage())
                      .merge(texts, target.language());
              move(handle, target, TargetAction.PUBLISH, actor, "", null);
              return ExportedFile.of(target, merged);
            });
  }

  /** A summary in both languages, sentence by sentence from the same segments. */
  public record Summaries(Summary source, Summary target) {}
}
