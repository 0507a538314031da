package io.haidang.gateway.http.deepl.document;

import io.haidang.gateway.clientdocs.ClientDocument;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What a translation is called when it is fetched: as the client called its file. */
public final class DocumentName {

  private DocumentName() {}

  /** The header for a file to be kept (RFC 6266), in letters that headers can hold. */
  public static String attachment(ClientDocument document) {
    String name = of(document);
    String plain = name.replaceAll("[^\\w .-]", "_");
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
  }

  /** The name itself, in whatever letters. */
  public static String of(ClientDocument document) {
    if (document.writtenAs() == document.kind().format() && !document.name().isEmpty()) {
      return document.name();
    }
    String base = document.name().replaceFirst("\\.[^.]*$", "");
    return (base.isEmpty() ? "document" : base) + "." + document.writtenAs().extension();
  }
}
