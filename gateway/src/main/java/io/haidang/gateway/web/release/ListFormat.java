package io.haidang.gateway.web.release;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.PublicName;
import io.haidang.glossary.io.GlossaryFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The file formats of lists of terms, as people meet them. */
enum ListFormat {
  CSV(GlossaryFormat.CSV, "csv", "text/csv; charset=utf-8"),
  TSV(GlossaryFormat.TSV, "tsv", "text/tab-separated-values; charset=utf-8"),
  XLSX(
      GlossaryFormat.XLSX,
      "xlsx",
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  TBX_DCA(GlossaryFormat.TBX_DCA, "tbx", "application/xml"),
  TBX_DCT(GlossaryFormat.TBX_DCT, "tbx", "application/xml"),
  TBX_MARTIF(GlossaryFormat.TBX_MARTIF, "tbx", "application/xml");

  private final GlossaryFormat format;
  private final String extension;
  private final String mediaType;

  ListFormat(GlossaryFormat format, String extension, String mediaType) {
    this.format = format;
    this.extension = extension;
    this.mediaType = mediaType;
  }

  /** The format that a form names. */
  static ListFormat of(String id) {
    return Arrays.stream(values())
        .filter(known -> known.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new GatewayException(
                    ErrorCode.INVALID_REQUEST, "format: unknown (expected: one of the form)"));
  }

  /** What the name of a file says; the forms of TBX are told apart when they are read. */
  static Optional<ListFormat> ofFile(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".txt")) {
      return Optional.of(CSV);
    }
    if (lower.endsWith(".xml")) {
      return Optional.of(TBX_DCA);
    }
    return Arrays.stream(values())
        .filter(known -> lower.endsWith("." + known.extension))
        .findFirst();
  }

  String id() {
    return PublicName.of(this);
  }

  GlossaryFormat format() {
    return format;
  }

  String extension() {
    return extension;
  }

  String mediaType() {
    return mediaType;
  }
}
