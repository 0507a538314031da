package io.haidang.translation.document;

/** The kinds of document that can be translated and written back. */
public enum DocumentFormat {
  PLAIN("text/plain", "txt"),
  HTML("text/html", "html");

  private final String mediaType;
  private final String extension;

  DocumentFormat(String mediaType, String extension) {
    this.mediaType = mediaType;
    this.extension = extension;
  }

  public String mediaType() {
    return mediaType;
  }

  /** Of a file name, without the dot. */
  public String extension() {
    return extension;
  }
}
