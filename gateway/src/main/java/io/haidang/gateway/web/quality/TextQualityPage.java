package io.haidang.gateway.web.quality;

import io.haidang.gateway.draft.Target;
import io.haidang.gateway.http.kit.HttpServices;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.quality.Annotation;
import io.haidang.gateway.quality.ErrorCategory;
import io.haidang.gateway.quality.ErrorSeverity;
import io.haidang.gateway.quality.QualityCsv;
import io.haidang.gateway.quality.QualityResult;
import io.haidang.gateway.quality.TextQuality;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.TargetLink;
import io.haidang.gateway.web.kit.Visit;
import io.vertx.core.buffer.Buffer;
import java.util.List;

/** How good one text is: score, errors, what people changed, how long they took. */
final class TextQualityPage {

  private final HttpServices services;
  private final Renderer renderer;

  TextQualityPage(HttpServices services, Renderer renderer) {
    this.services = services;
    this.renderer = renderer;
  }

  /** The page. */
  record View(Target target, TextQuality quality, Numbers numbers) {

    String href() {
      return TargetLink.href(target.id());
    }

    String href(Annotation annotation) {
      return TargetLink.href(target.id(), annotation.segment());
    }

    /** The present and the past, the latest first. */
    List<QualityResult> past() {
      return quality.results().stream()
          .sorted((one, other) -> Long.compare(other.id(), one.id()))
          .toList();
    }

    long count(ErrorCategory category, ErrorSeverity severity) {
      return quality.annotations().stream()
          .filter(each -> each.category() == category && each.severity() == severity)
          .count();
    }

    ErrorCategory[] categories() {
      return ErrorCategory.values();
    }

    ErrorSeverity[] severities() {
      return ErrorSeverity.values();
    }
  }

  Reply show(Visit visit) {
    Target target = services.desk().target(visit.request().target());
    TextQuality quality = services.quality().of(target.id(), visit.account());
    View view = new View(target, quality, new Numbers(visit.texts()));
    return Reply.html(renderer.page(visit, "quality/text", target.asset().title(), "queue", view));
  }

  Reply csv(Visit visit) {
    TextQuality quality = services.quality().of(visit.request().target(), visit.account());
    return Reply.file(
        "quality-" + visit.request().target() + ".csv",
        "text/csv; charset=utf-8",
        Buffer.buffer(QualityCsv.text(quality)));
  }
}
