package io.haidang.translation.document;

/**
 * A document that cannot be translated; {@link #reason} says why in a stable way, the message names
 * the place and never quotes the document.
 */
public final class DocumentException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why a document is refused. */
  public enum Reason {
    /** Nothing to translate. */
    EMPTY,
    /** Longer than the limit, packed or unpacked. */
    TOO_LARGE,
    /** Not text: control characters, or bytes that are not in a known encoding. */
    NOT_TEXT,
    /** Markup nested deeper than the limit. */
    TOO_DEEP,
    /** A format that is not read here. */
    UNSUPPORTED,
    /** The content is of another format than its name or label says. */
    MISLABELLED,
    /** Locked with a password. */
    ENCRYPTED,
    /** Holds macros or other programs. */
    MACROS,
    /** Breaks off, or breaks the rules of its format. */
    DAMAGED,
    /** Points outside of itself where only content may stand: entities, paths out of a package. */
    UNSAFE,
    /** Holds changes that nobody has accepted or rejected. */
    TRACKED_CHANGES,
    /** Pages that are pictures, and nothing here that reads them. */
    SCANNED
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
