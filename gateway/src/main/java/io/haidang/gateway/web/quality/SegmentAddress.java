package io.haidang.gateway.web.quality;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.http.kit.HttpServices;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.TargetLink;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.gateway.web.kit.WebRequest;

/** The segment that an address names, and the way back to it. */
final class SegmentAddress {

  private SegmentAddress() {}

  /** Of the address; one that cannot be is unknown. */
  static int index(WebRequest request) {
    String index = request.parameter("index");
    if (!index.matches("[0-9]{1,7}")) {
      throw new GatewayException(
          ErrorCode.NOT_FOUND, "segment: unknown (expected: one of the target)");
    }
    return Integer.parseInt(index);
  }

  /** What is said about the segment now: for a script in place of what was, else on its page. */
  static Reply answer(Visit visit, HttpServices services, Renderer renderer, int index) {
    Target target = services.desk().target(visit.request().target());
    return visit.request().fragment()
        ? Reply.html(
            renderer.fragment(
                visit, "quality/notes", NotesReader.of(target, services, visit).of(index)))
        : Reply.redirect(
            TargetLink.href(target.id())
                + "?page="
                + (index / TargetLink.PAGE_SIZE + 1)
                + "#segment-"
                + index);
  }
}
