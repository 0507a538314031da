package io.haidang.gateway.web.quality;

import io.haidang.gateway.http.kit.HttpServices;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.quality.Annotation;
import io.haidang.gateway.quality.ErrorCategory;
import io.haidang.gateway.quality.ErrorSeverity;
import io.haidang.gateway.review.Decision;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.gateway.web.kit.WebRequest;
import io.haidang.glossary.TextSpan;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Marks segments as to be changed, and notes their errors down. */
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

  /** Notes an error down. */
  Reply annotate(Visit visit) {
    WebRequest request = visit.request();
    int index = SegmentAddress.index(request);
    Annotation.Form form =
        new Annotation.Form(
            request.constant(ErrorCategory.class, "category"),
            request.constant(ErrorSeverity.class, "severity"),
            span(request),
            request.field("remark"));
    services.quality().annotations().add(request.target(), index, form, visit.account());
    return SegmentAddress.answer(visit, services, renderer, index);
  }

  /** The words that were chosen in the editor; null for none, and without script. */
  private static @Nullable TextSpan span(WebRequest request) {
    String start = request.field("start");
    String end = request.field("end");
    boolean isGiven = start.matches("[0-9]{1,5}") && end.matches("[0-9]{1,5}");
    return isGiven && Integer.parseInt(start) < Integer.parseInt(end)
        ? new TextSpan(Integer.parseInt(start), Integer.parseInt(end))
        : null;
  }

  /** Takes an error back. */
  Reply remove(Visit visit) {
    WebRequest request = visit.request();
    services
        .quality()
        .annotations()
        .remove(request.target(), request.id("annotation"), visit.account());
    return SegmentAddress.answer(visit, services, renderer, SegmentAddress.index(request));
  }

  /** A page tells how long somebody has had a segment before them. */
  Reply beat(Visit visit) {
    WebRequest request = visit.request();
    Duration seen = Duration.ofSeconds(request.number("seconds"));
    services
        .quality()
        .focus()
        .beat(
            services.desk().target(request.target()),
            SegmentAddress.index(request),
            seen,
            visit.account());
    return Reply.nothing();
  }
}
