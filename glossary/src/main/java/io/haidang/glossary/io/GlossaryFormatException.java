package io.haidang.glossary.io;

/** A glossary file that cannot be read; the message names the place and what was expected. */
public final class GlossaryFormatException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final long line;
  private final int column;

  GlossaryFormatException(long line, String message) {
    super("line " + line + ": " + message);
    this.line = line;
    this.column = 0;
  }

  GlossaryFormatException(long line, int column, String message) {
    super("line " + line + ", column " + column + ": " + message);
    this.line = line;
    this.column = column;
  }

  /** The line of the file, from 1. */
  public long line() {
    return line;
  }

  /** The column of the line, from 1; 0 when unknown. */
  public int column() {
    return column;
  }
}
