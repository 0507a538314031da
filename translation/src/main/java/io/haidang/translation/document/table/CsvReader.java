package io.haidang.translation.document.table;

import io.haidang.translation.document.inplace.Damage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads CSV as RFC 4180 has it, with comma, semicolon, tab or bar between the cells. */
final class CsvReader {

  private static final String SEPARATORS = ",;\t|";

  /** A first line that spreadsheet programs write to name the separator. */
  private static final Pattern NAMED = Pattern.compile("sep=([,;\t|])(?:\\r\\n|\\n|\\r)");

  private final String text;
  private final char separator;
  private final List<Cell> cells = new ArrayList<>();
  private int at;
  private int row = 1;
  private int column = 1;

  private CsvReader(String text, char separator, int start) {
    this.text = text;
    this.separator = separator;
    this.at = start;
  }

  /**
   * All cells in order.
   *
   * @throws io.haidang.translation.document.DocumentException when a quote is not closed
   */
  static CsvReader read(String text) {
    Matcher named = NAMED.matcher(text);
    CsvReader reader =
        named.lookingAt()
            ? new CsvReader(text, named.group(1).charAt(0), named.end())
            : new CsvReader(text, separator(text), 0);
    reader.readAll();
    return reader;
  }

  /** The most frequent one in the first line, outside of quotes; a comma when there is none. */
  private static char separator(String text) {
    int[] counts = new int[SEPARATORS.length()];
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '\n' || c == '\r')) {
        break;
      } else if (!quoted && SEPARATORS.indexOf(c) >= 0) {
        counts[SEPARATORS.indexOf(c)]++;
      }
    }
    int most = 0;
    for (int i = 1; i < counts.length; i++) {
      most = counts[i] > counts[most] ? i : most;
    }
    return SEPARATORS.charAt(most);
  }

  List<Cell> cells() {
    return cells;
  }

  char separator() {
    return separator;
  }

  private void readAll() {
    while (at < text.length()) {
      int start = at;
      boolean quoted = text.charAt(at) == '"';
      String value = quoted ? quoted() : bare();
      cells.add(new Cell(row, column, start, at, quoted, value));
      next();
    }
  }

  private String bare() {
    int start = at;
    while (at < text.length() && !isEnd(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  private String quoted() {
    int opening = at++;
    StringBuilder value = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '"') {
        value.append(c);
      } else if (at < text.length() && text.charAt(at) == '"') {
        value.append('"');
        at++;
      } else if (at == text.length() || isEnd(text.charAt(at))) {
        return value.toString();
      } else {
        throw Damage.at(text, at, "text behind a quote", "a separator or the end of the line");
      }
    }
    throw Damage.at(
        text, opening, "a quote that is never closed", "a quote at the end of the cell");
  }

  private void next() {
    if (at == text.length()) {
      return;
    }
    char c = text.charAt(at++);
    if (c == separator) {
      column++;
      return;
    }
    if (c == '\r' && at < text.length() && text.charAt(at) == '\n') {
      at++;
    }
    row++;
    column = 1;
  }

  private boolean isEnd(char c) {
    return c == separator || c == '\n' || c == '\r';
  }
}
