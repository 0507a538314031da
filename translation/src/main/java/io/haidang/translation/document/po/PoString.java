package io.haidang.translation.document.po;

/**
 * A keyword with the strings behind it, which are one string.
 *
 * @param keyword such as {@code msgid} or {@code msgstr[0]}
 * @param start of the first quote, in the text of the file
 * @param end first unit after the last quote
 * @param value without escapes
 * @param lines of the file that it takes
 */
record PoString(String keyword, int start, int end, String value, int lines) {

  private static final int WIDTH = 79;

  /**
   * A value as gettext writes it: on one line when it fits, else broken behind line ends and spaces
   * below an empty first one.
   *
   * @param wrapped whether to break it even if it fits
   */
  static String quoted(String value, String keyword, boolean wrapped, String lineEnd) {
    String escaped = escape(value);
    boolean severalLines = value.indexOf('\n') >= 0 && value.indexOf('\n') < value.length() - 1;
    boolean fits = keyword.length() + escaped.length() + 3 <= WIDTH;
    if (fits && !severalLines && !wrapped) {
      return '"' + escaped + '"';
    }
    StringBuilder quoted = new StringBuilder("\"\"");
    int at = 0;
    while (at < escaped.length()) {
      int end = lineEnd(escaped, at);
      quoted.append(lineEnd).append('"').append(escaped, at, end).append('"');
      at = end;
    }
    return quoted.toString();
  }

  private static int lineEnd(String escaped, int start) {
    int line = escaped.indexOf("\\n", start);
    int newline = line < 0 ? escaped.length() : line + 2;
    if (newline - start <= WIDTH - 2) {
      return newline;
    }
    int space = escaped.lastIndexOf(' ', start + WIDTH - 3);
    if (space <= start) {
      space = escaped.indexOf(' ', start);
    }
    return space < 0 || space >= newline ? newline : space + 1;
  }

  private static String escape(String value) {
    return value
        .replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("\t", "\\t")
        .replace("\r", "\\r")
        .replace("\n", "\\n");
  }
}
