package io.haidang.gateway.web.review;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.http.kit.HttpServices;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.review.SegmentView;
import io.haidang.gateway.review.WorkingCopy;
import io.haidang.gateway.web.kit.Pager;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.Texts;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.gateway.web.kit.WebRequest;
import io.haidang.gateway.web.quality.NotesReader;
import io.haidang.gateway.web.quality.SegmentNotes;
import io.haidang.gateway.web.review.SegmentCard.Unsaved;
import io.haidang.translation.review.SegmentState;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Saves segments; a refused edit keeps what was typed in the editor. */
final class SegmentEdits {

  private final HttpServices services;
  private final Renderer renderer;
  private final Workbench workbench;

  SegmentEdits(HttpServices services, Renderer renderer, Workbench workbench) {
    this.services = services;
    this.renderer = renderer;
    this.workbench = workbench;
  }

  /**
   * A saved or refused segment, and what changes with it elsewhere on the page.
   *
   * @param threads how many of comments are open
   * @param message for the reader, and for a screen reader
   */
  record View(
      SegmentCard card,
      RepeatNote note,
      TargetBar bar,
      boolean editable,
      String message,
      int page,
      SegmentNotes notes,
      int threads) {

    String filter() {
      return "";
    }
  }

  Reply save(Visit visit) {
    WebRequest request = visit.request();
    int index = request.segment();
    try {
      services
          .desk()
          .edit(
              request.target(),
              index,
              request.number("version"),
              request.field("text"),
              visit.account());
      return request.fragment()
          ? fragment(visit, 200, index, null)
          : Reply.redirect(back(request, index));
    } catch (GatewayException e) {
      return refused(visit, index, e);
    }
  }

  /** Leaves a segment as it is in spite of a finding; without a reason takes that back. */
  Reply accept(Visit visit) {
    WebRequest request = visit.request();
    int index = request.segment();
    services
        .desk()
        .acceptFinding(
            request.target(),
            index,
            request.parameter("finding"),
            request.field("reason"),
            visit.account());
    return request.fragment()
        ? fragment(visit, 200, index, null)
        : Reply.redirect(back(request, index));
  }

  private Reply refused(Visit visit, int index, GatewayException cause) {
    boolean stale = cause.code() == ErrorCode.STALE_VERSION;
    if (!stale && cause.code() != ErrorCode.INVALID_REQUEST) {
      throw cause;
    }
    int status = stale ? 409 : 422;
    Unsaved unsaved =
        new Unsaved(
            visit.request().field("text"),
            visit.texts().get(stale ? "segment.stale" : "segment.codes-differ"),
            stale,
            true);
    return visit.request().fragment()
        ? fragment(visit, status, index, unsaved)
        : workbench.show(visit, new Workbench.Outcome(status, null, index, unsaved));
  }

  private Reply fragment(Visit visit, int status, int index, @Nullable Unsaved unsaved) {
    Texts texts = visit.texts();
    Target target = services.desk().target(visit.request().target());
    SegmentView segment = services.desk().segment(target.id(), index);
    Unsaved shown = unsaved == null ? copy(visit, segment) : unsaved;
    SegmentCard card = Cards.of(target, services, texts).card(segment, shown);
    String message =
        unsaved == null ? texts.get("segment.saved", card.number()) : unsaved.message();
    View view =
        new View(
            card,
            unsaved == null ? repeats(target, segment) : RepeatNote.NONE,
            TargetBar.of(target, "text", services.desk(), null, visit),
            Workbench.isEditable(visit, target),
            message,
            Pager.number(visit.request()),
            NotesReader.of(target, services, visit).of(index),
            services.discussions().open(target.id()).getOrDefault(index, 0));
    return Reply.html(status, renderer.fragment(visit, "review/savedSegment", view));
  }

  /** What was being typed when something else was changed about the segment. */
  private @Nullable Unsaved copy(Visit visit, SegmentView segment) {
    Map<Integer, WorkingCopy> copies =
        services.desk().copies().of(visit.request().target(), visit.account());
    return TypedCopies.unsaved(copies.get(segment.index()), segment.version(), visit.texts());
  }

  /** A segment that a person has read may speak for others. */
  private RepeatNote repeats(Target target, SegmentView segment) {
    boolean isRead =
        segment.state() == SegmentState.EDITED || segment.state() == SegmentState.CONFIRMED;
    return isRead
        ? RepeatNote.waiting(services.desk().repetitions().count(target.id(), segment.index()))
        : RepeatNote.NONE;
  }

  private static String back(WebRequest request, int index) {
    String chosen = Workbench.filter(request);
    String filter = chosen.isEmpty() ? "" : "&filter=" + chosen;
    return "/targets/"
        + request.target()
        + "?page="
        + Pager.number(request)
        + filter
        + "#segment-"
        + index;
  }
}
