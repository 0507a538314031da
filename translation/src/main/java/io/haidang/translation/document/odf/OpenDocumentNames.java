package io.haidang.translation.document.odf;

import java.util.Map;

/** Namespaces, as they are called here. */
final class OpenDocumentNames {

  private static final String OASIS = "urn:oasis:names:tc:opendocument:xmlns:";

  static final Map<String, String> PREFIXES =
      Map.of(
          OASIS + "office:1.0",
          "office",
          OASIS + "text:1.0",
          "text",
          OASIS + "style:1.0",
          "style",
          OASIS + "drawing:1.0",
          "draw",
          OASIS + "script:1.0",
          "script",
          OASIS + "svg-compatible:1.0",
          "svg",
          OASIS + "xsl-fo-compatible:1.0",
          "fo",
          "http://openoffice.org/2009/office",
          "officeooo");

  private OpenDocumentNames() {}
}
