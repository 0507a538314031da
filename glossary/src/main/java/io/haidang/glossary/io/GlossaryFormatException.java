package io.haidang.glossary.io;

/** A glossary file that cannot be read; the message names the line and what was expected. */
public final class GlossaryFormatException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final long line;

  GlossaryFormatException(long line, String message) {
    super("line " + line + ": " + message);
    this.line = line;
  }

  /** The line of the file, from 1. */
  public long line() {
    return line;
  }
}
