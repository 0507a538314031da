package io.haidang.gateway.web.aid;

import io.haidang.gateway.draft.Target;
import io.haidang.gateway.http.kit.HttpServices;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.review.ExportedFile;
import io.haidang.gateway.review.SegmentView;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.TargetLink;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.InlineCodes;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The whole document as it stands now, source and translation side by side. A web page is shown as
 * it will look, alone in a frame in which nothing runs and nothing is fetched; of other formats the
 * paragraphs are shown.
 */
final class Preview {

  /** A frame with somebody's HTML may show what it holds, and no more. */
  private static final String ALONE =
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors"
          + " 'self'";

  private final HttpServices services;
  private final Renderer renderer;

  Preview(HttpServices services, Renderer renderer) {
    this.services = services;
    this.renderer = renderer;
  }

  /**
   * A page about both documents.
   *
   * @param framed where the translation as a web page is; empty for other formats
   */
  record View(Target target, String back, String framed, List<Paragraph> paragraphs) {}

  /** A text unit in both languages, without markup. */
  record Paragraph(String source, String target) {}

  Reply show(Visit visit) {
    Target target = services.desk().target(visit.request().target());
    String back = TargetLink.href(target.id());
    String framed = isWebPage(target) ? back + "/preview/document" : "";
    View view = new View(target, back, framed, paragraphs(target));
    return Reply.html(renderer.page(visit, "aid/preview", target.asset().title(), "queue", view));
  }

  Reply document(Visit visit) {
    Target target = services.desk().target(visit.request().target());
    ExportedFile file = services.desk().present(target.id());
    return new Reply(
        200,
        Map.of(
            "Content-Type",
            isWebPage(target) ? file.mediaType() : "text/plain; charset=utf-8",
            "Content-Security-Policy",
            ALONE,
            "Cache-Control",
            "private, no-store"),
        List.of(),
        Buffer.buffer(file.content()));
  }

  private static boolean isWebPage(Target target) {
    return target.form().isTranslation() && target.asset().format() == DocumentFormat.HTML;
  }

  private List<Paragraph> paragraphs(Target target) {
    List<Paragraph> paragraphs = new ArrayList<>();
    int unit = -1;
    for (SegmentView segment : services.desk().segments(target.id())) {
      Paragraph own = new Paragraph(plain(segment.source()), plain(segment.target()));
      if (segment.unit() == unit) {
        int last = paragraphs.size() - 1;
        paragraphs.set(last, joined(paragraphs.get(last), own));
      } else {
        paragraphs.add(own);
      }
      unit = segment.unit();
    }
    return paragraphs;
  }

  private static String plain(String text) {
    return InlineCodes.strip(text).strip();
  }

  private static Paragraph joined(Paragraph before, Paragraph after) {
    return new Paragraph(
        (before.source() + " " + after.source()).strip(),
        (before.target() + " " + after.target()).strip());
  }
}
