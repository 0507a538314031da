package io.haidang.translation.document;

/** A document that cannot be translated; {@link #reason} says why in a stable way. */
public final class DocumentException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why a document is refused. */
  public enum Reason {
    /** Nothing to translate. */
    EMPTY,
    /** Longer than the limit. */
    TOO_LARGE,
    /** Not text: control characters, or bytes that are not UTF-8. */
    NOT_TEXT,
    /** Markup nested deeper than the limit. */
    TOO_DEEP
  }

  private final Reason reason;

  public DocumentException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
