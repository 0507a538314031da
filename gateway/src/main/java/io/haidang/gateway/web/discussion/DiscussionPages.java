package io.haidang.gateway.web.discussion;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.discussion.Colleague;
import io.haidang.gateway.discussion.CommentThread;
import io.haidang.gateway.discussion.Discussions;
import io.haidang.gateway.discussion.ThreadState;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.http.kit.HttpServices;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.TargetLink;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.gateway.web.kit.WebRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was said about a text, or about one segment of it: a page of its own, and the same as a part
 * of the workbench where scripts run.
 */
final class DiscussionPages {

  private static final Set<ErrorCode> MENDABLE =
      Set.of(ErrorCode.INVALID_REQUEST, ErrorCode.WRONG_STATE);

  private final HttpServices services;
  private final Discussions discussions;
  private final Renderer renderer;

  DiscussionPages(HttpServices services, Renderer renderer) {
    this.services = services;
    this.discussions = services.discussions();
    this.renderer = renderer;
  }

  /**
   * Threads, and a form for one more.
   *
   * @param segment of which alone, counted from 0; null for all of the text
   * @param source of the segment; empty for all of the text
   * @param open threads of this segment that are open
   * @param refused what could not be kept, or null
   */
  record View(
      Target target,
      @Nullable Integer segment,
      String source,
      List<ThreadCard> threads,
      long open,
      @Nullable Refused refused) {

    String href() {
      return TargetLink.href(target.id()) + "/comments";
    }

    String back() {
      return segment == null ? TargetLink.href(target.id()) : TargetLink.href(target.id(), segment);
    }

    String colleaguesHref() {
      return TargetLink.href(target.id()) + "/colleagues";
    }

    /** What was typed into a form that was refused; {@code usual} for the others. */
    String typed(String form, String usual) {
      return refused != null && refused.form().equals(form) ? refused.text() : usual;
    }

    String problem(String form) {
      return refused != null && refused.form().equals(form) ? refused.message() : "";
    }

    /** The form of something new. */
    String newForm() {
      return segment == null ? "new" : "new-" + segment;
    }
  }

  /**
   * A text that was refused.
   *
   * @param form {@code new…}, or the id of the thread or comment that it was for
   * @param message why, in words
   */
  record Refused(String form, String text, String message) {}

  /** All that was said about a text. */
  Reply show(Visit visit) {
    return show(visit, null, null);
  }

  /** What was said about one segment. */
  Reply showSegment(Visit visit) {
    return show(visit, segment(visit.request().parameter("index")), null);
  }

  Reply begin(Visit visit) {
    WebRequest request = visit.request();
    Integer segment = segment(visit);
    return said(
        visit,
        segment == null ? "new" : "new-" + segment,
        () -> discussions.begin(request.target(), segment, request.field("text"), visit.account()));
  }

  Reply answer(Visit visit) {
    WebRequest request = visit.request();
    UUID thread = request.id("thread");
    return said(
        visit,
        thread.toString(),
        () -> discussions.reply(request.target(), thread, request.field("text"), visit.account()));
  }

  Reply edit(Visit visit) {
    WebRequest request = visit.request();
    UUID thread = request.id("thread");
    UUID comment = WebRequest.id("comment", request.field("comment"));
    return said(
        visit,
        comment.toString(),
        () ->
            discussions.edit(
                request.target(), thread, comment, request.field("text"), visit.account()));
  }

  Reply move(Visit visit) {
    WebRequest request = visit.request();
    ThreadState state = request.constant(ThreadState.class, "state");
    UUID thread = request.id("thread");
    return said(
        visit,
        thread.toString(),
        () -> discussions.move(request.target(), thread, state, visit.account()));
  }

  /** Whom a script offers while somebody types a mention. */
  Reply colleagues(Visit visit) {
    List<Colleague> found =
        discussions.colleagues(
            visit.request().target(), visit.request().parameter("q"), visit.account());
    JsonArray people = new JsonArray();
    found.forEach(
        person ->
            people.add(
                new JsonObject().put("login", person.login()).put("name", person.displayName())));
    return Reply.json(200, new JsonObject().put("colleagues", people));
  }

  private Reply said(Visit visit, String form, Supplier<CommentThread> saying) {
    WebRequest request = visit.request();
    Integer shown = segment(visit);
    try {
      CommentThread thread = saying.get();
      return request.fragment()
          ? show(visit, shown, null)
          : Reply.redirect(TargetLink.href(request.target()) + "/comments#thread-" + thread.id());
    } catch (GatewayException e) {
      if (!MENDABLE.contains(e.code())) {
        throw e;
      }
      String message = visit.texts().get("comments." + e.code().id());
      return show(visit, shown, new Refused(form, request.field("text"), message));
    }
  }

  private Reply show(Visit visit, @Nullable Integer segment, @Nullable Refused refused) {
    View view = view(visit, segment, refused);
    int status = refused == null ? 200 : 422;
    String title = visit.texts().get("comments.of", view.target().asset().title());
    return Reply.html(
        status,
        visit.request().fragment()
            ? renderer.fragment(visit, "discussion/threads", view)
            : renderer.page(visit, "discussion/page", title, "queue", view));
  }

  private View view(Visit visit, @Nullable Integer segment, @Nullable Refused refused) {
    Target target = services.desk().target(visit.request().target());
    String source = segment == null ? "" : services.desk().segment(target.id(), segment).source();
    List<CommentThread> threads =
        discussions.threads(target.id()).stream()
            .filter(thread -> segment == null || Objects.equals(thread.segment(), segment))
            .toList();
    return new View(
        target,
        segment,
        source,
        threads.stream()
            .map(thread -> ThreadCard.of(thread, visit.account().id(), visit.texts()))
            .toList(),
        threads.stream().filter(CommentThread::isOpen).count(),
        refused);
  }

  /** Of which segment a form or a page is; null for the whole text. */
  private static @Nullable Integer segment(Visit visit) {
    String typed = visit.request().field("segment");
    return typed.isEmpty() ? null : segment(typed);
  }

  private static Integer segment(String text) {
    if (!text.matches("[0-9]{1,9}")) {
      throw new GatewayException(
          ErrorCode.NOT_FOUND, "segment: no number (expected: one of the target)");
    }
    return Integer.valueOf(text);
  }
}
