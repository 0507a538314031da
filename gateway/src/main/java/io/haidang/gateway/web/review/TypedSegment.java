package io.haidang.gateway.web.review;

import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.TextField;
import io.haidang.gateway.http.kit.HttpServices;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.review.SegmentView;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.gateway.web.review.SegmentCard.Unsaved;

/**
 * What there is to see of a text while it is typed: its length, its official names, and which
 * numbers belong together. Nothing is kept, and nothing is checked.
 */
final class TypedSegment {

  private final HttpServices services;
  private final Renderer renderer;

  TypedSegment(HttpServices services, Renderer renderer) {
    this.services = services;
    this.renderer = renderer;
  }

  Reply show(Visit visit) {
    String text = TextField.require("text", visit.request().field("text"), SegmentView.MAX_TEXT);
    Target target = services.desk().target(visit.request().target());
    SegmentView segment = services.desk().segment(target.id(), visit.request().segment());
    Unsaved typed = text.equals(segment.target()) ? null : new Unsaved(text, "", false, false);
    SegmentCard card = Cards.of(target, services, visit.texts()).card(segment, typed);
    return Reply.html(renderer.fragment(visit, "review/typedSegment", card));
  }
}
