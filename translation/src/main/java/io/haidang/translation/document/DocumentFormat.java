package io.haidang.translation.document;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of document; {@link DocumentFormats#available} says which can be read here. */
public enum DocumentFormat {
  PLAIN("text/plain", "txt"),
  MARKDOWN("text/markdown", "md markdown"),
  HTML("text/html", "html htm xhtml"),
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx docm"),
  PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx pptm"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx xlsm"),
  ODT("application/vnd.oasis.opendocument.text", "odt"),
  SRT("application/x-subrip", "srt"),
  VTT("text/vtt", "vtt"),
  XLIFF12("application/x-xliff+xml", "xlf xliff"),
  XLIFF2("application/xliff+xml", "xlf xliff"),
  CSV("text/csv", "csv"),
  JSON("application/json", "json"),
  PO("text/x-gettext-translation", "po pot"),
  SVG("image/svg+xml", "svg"),
  PDF("application/pdf", "pdf");

  private final String mediaType;

  /** Separated by blanks; what is written has the first. */
  private final String extensions;

  DocumentFormat(String mediaType, String extensions) {
    this.mediaType = mediaType;
    this.extensions = extensions;
  }

  /** Without parameters. */
  public String mediaType() {
    return mediaType;
  }

  /** Of a file name, without the dot. */
  public String extension() {
    return extensions.split(" ", -1)[0];
  }

  /** Whether a document is text that an editor could open, and not a package of parts. */
  public boolean isText() {
    return switch (this) {
      case DOCX, PPTX, XLSX, ODT, PDF -> false;
      default -> true;
    };
  }

  /** The format of what {@link SegmentedDocument#merge} gives: the same but for PDF. */
  public DocumentFormat writtenAs() {
    return this == PDF ? HTML : this;
  }

  /** Whether any text is a document of this format, so that only its name tells. */
  boolean isFreeForm() {
    return switch (this) {
      case PLAIN, MARKDOWN, HTML, CSV -> true;
      default -> false;
    };
  }

  boolean isNamed(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    return Arrays.stream(extensions.split(" ", -1))
        .anyMatch(extension -> name.endsWith("." + extension));
  }

  /** By the extension; the first of those that share one. */
  static Optional<DocumentFormat> named(String fileName) {
    return Arrays.stream(values()).filter(format -> format.isNamed(fileName)).findFirst();
  }
}
