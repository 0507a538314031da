package io.haidang.gateway.web.review;

import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.review.ReviewDesk;
import io.haidang.gateway.web.kit.TargetLink;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.gateway.web.kit.WebRequest;
import java.util.Map;

/** Confirms together what was signed off before, word for word. */
final class MatchedConfirmation {

  private final ReviewDesk desk;

  MatchedConfirmation(ReviewDesk desk) {
    this.desk = desk;
  }

  Reply confirm(Visit visit) {
    WebRequest request = visit.request();
    Map<Integer, Integer> seen = SegmentVersions.read(request.field("segments"));
    desk.matched().confirm(request.target(), seen, visit.account());
    return Reply.redirect(TargetLink.href(request.target()) + "?notice=matched");
  }
}
