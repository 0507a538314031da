package io.haidang.gateway.web.quality;

import io.haidang.gateway.http.kit.HttpServices;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.review.Decision;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.gateway.web.kit.WebRequest;

/** Marks segments as to be changed. */
final class RequestEdits {

  private final HttpServices services;
  private final Renderer renderer;

  RequestEdits(HttpServices services, Renderer renderer) {
    this.services = services;
    this.renderer = renderer;
  }

  /** Marks one; without a reason takes the mark away. */
  Reply mark(Visit visit) {
    WebRequest request = visit.request();
    int index = SegmentAddress.index(request);
    Decision.Mark mark = new Decision.Mark(index, request.field("reason"));
    services.desk().requestChange(request.target(), mark, visit.account());
    return SegmentAddress.answer(visit, services, renderer, index);
  }
}
