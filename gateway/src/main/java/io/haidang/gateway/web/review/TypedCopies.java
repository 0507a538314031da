package io.haidang.gateway.web.review;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.review.ReviewDesk;
import io.haidang.gateway.review.WorkingCopies;
import io.haidang.gateway.review.WorkingCopy;
import io.haidang.gateway.web.kit.TargetLink;
import io.haidang.gateway.web.kit.Texts;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.gateway.web.kit.WebRequest;
import io.haidang.gateway.web.review.SegmentCard.Unsaved;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Keeps what is being typed, for a script that sends it at every pause; shows it again later. */
final class TypedCopies {

  private final ReviewDesk desk;

  TypedCopies(ReviewDesk desk) {
    this.desk = desk;
  }

  /** Answers with what to tell the typist, in words. */
  Reply keep(Visit visit) {
    WebRequest request = visit.request();
    int index = request.segment();
    int version = request.number("version");
    try {
      WorkingCopies.Kept kept =
          desk.copies()
              .keep(request.target(), index, version, request.field("text"), visit.account());
      return Reply.json(200, told(kept, visit.texts()));
    } catch (GatewayException e) {
      if (e.code() != ErrorCode.INVALID_REQUEST) {
        throw e;
      }
      return Reply.json(
          422, new JsonObject().put("message", visit.texts().get("segment.codes-differ")));
    }
  }

  private static JsonObject told(WorkingCopies.Kept kept, Texts texts) {
    String key =
        !kept.isStored() ? "copy.older" : kept.isCurrent() ? "copy.kept" : "copy.overtaken";
    return new JsonObject()
        .put("message", texts.get(key, texts.clock(kept.at())))
        .put("current", kept.isCurrent())
        .put("stored", kept.isStored());
  }

  Reply discard(Visit visit) {
    WebRequest request = visit.request();
    int index = request.segment();
    desk.copies().discard(request.target(), index, visit.account());
    return request.fragment()
        ? Reply.nothing()
        : Reply.redirect(TargetLink.href(request.target(), index));
  }

  /** What the editor shows of a copy; null without one. */
  static @Nullable Unsaved unsaved(@Nullable WorkingCopy copy, int version, Texts texts) {
    if (copy == null) {
      return null;
    }
    boolean isCurrent = copy.version() == version;
    String key = isCurrent ? "copy.found" : "copy.found-overtaken";
    String message = texts.get(key, texts.time(copy.savedAt()));
    return new Unsaved(copy.text(), message, !isCurrent, false);
  }
}
