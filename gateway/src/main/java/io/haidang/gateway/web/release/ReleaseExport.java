package io.haidang.gateway.web.release;

import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.terms.Release;
import io.haidang.gateway.terms.Terminology;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.glossary.io.GlossaryFormat;
import io.haidang.glossary.io.LossReport;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** A release as a file, and what the format of the file has no place for. */
final class ReleaseExport {

  private final Terminology terms;
  private final Renderer renderer;

  ReleaseExport(Terminology terms, Renderer renderer) {
    this.terms = terms;
    this.renderer = renderer;
  }

  /**
   * The choice of a format.
   *
   * @param checked the format whose losses are told
   * @param losses what it cannot hold of this release
   */
  record View(Release release, ListFormat checked, LossReport losses) {

    List<ListFormat> formats() {
      return List.of(ListFormat.values());
    }
  }

  /** Writes the release to find out what the format loses. */
  Reply choose(Visit visit) {
    Release release = terms.releases().release(ReleasePages.number(visit.request(), "number"));
    String asked = visit.request().parameter("format");
    ListFormat format = asked.isEmpty() ? ListFormat.CSV : ListFormat.of(asked);
    View view = new View(release, format, write(release, format, OutputStream.nullOutputStream()));
    String title = visit.texts().get("export.title", release.number());
    return Reply.html(renderer.page(visit, "release/export", title, "glossary", view));
  }

  Reply download(Visit visit) {
    Release release = terms.releases().release(ReleasePages.number(visit.request(), "number"));
    ListFormat format = ListFormat.of(visit.request().parameter("format"));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    write(release, format, file);
    return Reply.file(
        "official-names-" + release.number() + "." + format.extension(),
        format.mediaType(),
        Buffer.buffer(file.toByteArray()));
  }

  private LossReport write(Release release, ListFormat format, OutputStream out) {
    try {
      GlossaryFormat wanted = format.format();
      return terms.files().export(release.number(), wanted, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // Memory does not fail.
    }
  }
}
