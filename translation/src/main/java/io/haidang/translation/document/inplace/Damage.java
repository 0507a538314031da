package io.haidang.translation.document.inplace;

import io.haidang.translation.document.DocumentException;
import io.haidang.translation.document.DocumentException.Reason;

/** Says in which line of a text file something is wrong. */
public final class Damage {

  private Damage() {}

  /**
   * A document that breaks the rules of its format.
   *
   * @param line from 1
   * @param found what stands there, without quoting it
   */
  public static DocumentException inLine(int line, String found, String expected) {
    return new DocumentException(
        Reason.DAMAGED, "document.line " + line + ": " + found + " (expected: " + expected + ")");
  }

  /** The same, where only the place in the text is known. */
  public static DocumentException at(String text, int offset, String found, String expected) {
    return inLine(lineOf(text, offset), found, expected);
  }

  /** Markup that goes deeper than {@code limit}. */
  public static DocumentException tooDeep(String text, int offset, int limit) {
    return new DocumentException(
        Reason.TOO_DEEP,
        "document.depth: too deep in line "
            + lineOf(text, offset)
            + " (expected: at most "
            + limit
            + " levels)");
  }

  private static int lineOf(String text, int offset) {
    int line = 1;
    for (int i = 0; i < Math.min(offset, text.length()); i++) {
      char c = text.charAt(i);
      boolean pair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if ((c == '\n' || c == '\r') && !pair) {
        line++;
      }
    }
    return line;
  }
}
