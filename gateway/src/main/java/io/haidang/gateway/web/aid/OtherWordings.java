package io.haidang.gateway.web.aid;

import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.TextKind;
import io.haidang.gateway.http.kit.HttpServices;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.review.SegmentView;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.TargetLink;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.models.Deadline;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.WordDiff;
import java.time.Duration;
import java.util.List;

/** Other translations of a segment, by the engine that serves texts of its kind and label. */
final class OtherWordings {

  private static final int MOST = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final HttpServices services;
  private final Renderer renderer;

  OtherWordings(HttpServices services, Renderer renderer) {
    this.services = services;
    this.renderer = renderer;
  }

  /**
   * The wordings, best first.
   *
   * @param back to the segment
   */
  record View(Target target, int number, String back, List<Line> lines) {}

  /** A wording, and how it differs from the present text. */
  record Line(String text, List<WordDiff.Part> difference) {}

  Reply show(Visit visit) {
    Target target = services.desk().target(visit.request().target());
    SegmentView segment = services.desk().segment(target.id(), visit.request().segment());
    List<Line> lines =
        services
            .texts()
            .others(
                written(segment),
                TextKind.of(target),
                target.asset().textDate(),
                MOST,
                Deadline.after(PATIENCE, services.clock()))
            .stream()
            .filter(other -> !other.equals(segment.target()))
            .map(other -> new Line(other, WordDiff.of(segment.target(), other)))
            .toList();
    String back = TargetLink.href(target.id(), segment.index());
    View view = new View(target, segment.index() + 1, back, lines);
    return visit.request().fragment()
        ? Reply.html(renderer.fragment(visit, "aid/wordings", view))
        : Reply.html(
            renderer.page(visit, "aid/wordingsPage", target.asset().title(), "queue", view));
  }

  private static TranslatedSegment written(SegmentView segment) {
    return new TranslatedSegment(
        segment.source(), segment.target(), Double.NaN, segment.findings(), segment.provenance());
  }
}
