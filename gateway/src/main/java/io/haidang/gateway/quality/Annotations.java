package io.haidang.gateway.quality;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.TargetTable;
import io.haidang.gateway.draft.TextField;
import io.haidang.gateway.review.ProductSegment;
import io.haidang.gateway.review.SegmentTable;
import io.haidang.gateway.store.Database;
import io.haidang.glossary.TextSpan;
import io.haidang.translation.review.Role;
import io.haidang.translation.review.TargetState;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Errors that reviewers note down. Whoever noted one may take it back until the text is decided
 * about.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL; never call it on an event
 * loop.
 */
public final class Annotations {

  private static final int MAX_REMARK = 2_000;
  private static final int MOST = 20;

  /** In these there is a text that people read; a signed-off one is read again as a sample. */
  private static final Set<TargetState> READ =
      EnumSet.of(
          TargetState.IN_REVIEW,
          TargetState.CHANGES_REQUESTED,
          TargetState.APPROVED,
          TargetState.PUBLISHED);

  private final Database database;
  private final TargetTable targets;
  private final Clock clock;

  public Annotations(Database database, Clock clock) {
    this.database = database;
    this.targets = new TargetTable(clock);
    this.clock = clock;
  }

  /** Those of a product, decided or not, in reading order. */
  public List<Annotation> of(UUID target) {
    return database.jdbi().withHandle(handle -> AnnotationTable.of(handle, target));
  }

  /** Whether somebody may note down errors of a product as it is. */
  public static boolean mayAnnotate(Target target, Account person) {
    return person.has(Role.REVIEWER) && READ.contains(target.state());
  }

  /**
   * Notes an error down.
   *
   * @throws GatewayException {@code not-permitted}, {@code wrong-state}, {@code not-found}, {@code
   *     invalid-request} for a span outside of the text, an unfit remark, or more than a segment
   *     can have
   */
  public Annotation add(UUID id, int segment, Annotation.Form form, Account reviewer) {
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              Target target = targets.lock(handle, id);
              require(target, reviewer);
              Annotation made = made(handle, target, segment, form, reviewer);
              AnnotationTable.insert(handle, made);
              return made;
            });
  }

  private static void require(Target target, Account reviewer) {
    reviewer.require(Role.REVIEWER);
    if (!mayAnnotate(target, reviewer)) {
      throw new GatewayException(
          ErrorCode.WRONG_STATE, "state: without a text to judge (expected: in review, or later)");
    }
  }

  private Annotation made(
      Handle handle, Target target, int segment, Annotation.Form form, Account reviewer) {
    String text = text(handle, target.id(), segment);
    TextSpan span = form.span();
    if (span != null && span.end() > text.length()) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, "span: beyond the text (expected: within the segment)");
    }
    long present =
        AnnotationTable.open(handle, target.id()).stream()
            .filter(annotation -> annotation.segment() == segment)
            .count();
    if (present >= MOST) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST,
          "annotations: " + present + " (expected: at most " + MOST + ")");
    }
    return new Annotation(
        UUID.randomUUID(),
        target.id(),
        segment,
        form.category(),
        form.severity(),
        span,
        span == null ? text : span.of(text),
        TextField.require("remark", form.remark(), MAX_REMARK).strip(),
        reviewer.id(),
        reviewer.displayName(),
        clock.instant(),
        false);
  }

  private static String text(Handle handle, UUID target, int segment) {
    return SegmentTable.product(handle, target).stream()
        .filter(each -> each.index() == segment)
        .map(ProductSegment::text)
        .findFirst()
        .orElseThrow(
            () ->
                new GatewayException(
                    ErrorCode.NOT_FOUND, "segment: " + segment + " (expected: one of the target)"));
  }

  /**
   * Takes an error back.
   *
   * @throws GatewayException {@code not-found}, {@code not-permitted} for somebody else's, {@code
   *     wrong-state} when the text has been decided about
   */
  public void remove(UUID target, UUID id, Account person) {
    database
        .jdbi()
        .useTransaction(
            handle -> {
              targets.lock(handle, target);
              Annotation annotation = require(handle, target, id);
              requireOpen(annotation, person);
              AnnotationTable.delete(handle, id);
            });
  }

  private static Annotation require(Handle handle, UUID target, UUID id) {
    return AnnotationTable.find(handle, id)
        .filter(annotation -> annotation.target().equals(target))
        .orElseThrow(
            () ->
                new GatewayException(
                    ErrorCode.NOT_FOUND, "annotation: unknown (expected: one of the target)"));
  }

  private static void requireOpen(Annotation annotation, Account person) {
    if (!annotation.maker().equals(person.id())) {
      throw new GatewayException(
          ErrorCode.NOT_PERMITTED, "annotation: somebody else's (expected: an own one)");
    }
    if (annotation.isDecided()) {
      throw new GatewayException(
          ErrorCode.WRONG_STATE, "annotation: decided about (expected: one of this round)");
    }
  }

  /**
   * Says something else about an error.
   *
   * @throws GatewayException as {@link #add} and {@link #remove}
   */
  public Annotation change(UUID target, UUID id, Annotation.Form form, Account person) {
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              Target present = targets.lock(handle, target);
              Annotation annotation = require(handle, target, id);
              requireOpen(annotation, person);
              AnnotationTable.delete(handle, id);
              Annotation made = made(handle, present, annotation.segment(), form, person);
              Annotation changed = made.withId(id);
              AnnotationTable.insert(handle, changed);
              return changed;
            });
  }
}
