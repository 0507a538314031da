package io.haidang.translation.document.inplace;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of a text file.
 *
 * @param number from 1
 * @param start in the text
 * @param end first unit after the line, where its line end begins
 * @param text without the line end
 */
public record FileLine(int number, int start, int end, String text) {

  /** All lines; they end with LF, CRLF or CR. */
  public static List<FileLine> of(String text) {
    List<FileLine> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\n' && c != '\r') {
        continue;
      }
      lines.add(new FileLine(lines.size() + 1, start, i, text.substring(start, i)));
      if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
        i++;
      }
      start = i + 1;
    }
    if (start < text.length()) {
      lines.add(new FileLine(lines.size() + 1, start, text.length(), text.substring(start)));
    }
    return lines;
  }

  /** The first line end of a text; LF when it has none. */
  public static String endOf(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        return "\n";
      }
      if (text.charAt(i) == '\r') {
        return i + 1 < text.length() && text.charAt(i + 1) == '\n' ? "\r\n" : "\r";
      }
    }
    return "\n";
  }

  public boolean isBlank() {
    return text.isBlank();
  }
}
