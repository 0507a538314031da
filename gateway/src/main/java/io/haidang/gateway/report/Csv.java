package io.haidang.gateway.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables for spreadsheets (RFC 4180). */
public final class Csv {

  private Csv() {}

  /**
   * A table.
   *
   * @param head names of the columns, none that would have to be quoted
   * @param rows each a {@link #row}
   */
  public static String table(List<String> head, Stream<String> rows) {
    return Stream.concat(Stream.of(String.join(",", head)), rows)
        .collect(Collectors.joining("\r\n", "", "\r\n"));
  }

  /** A row of cells as they are; whatever people wrote is {@link #quoted} before. */
  public static String row(Object... cells) {
    return row(Stream.of(cells));
  }

  /** The same. */
  public static String row(Stream<?> cells) {
    return cells.map(String::valueOf).collect(Collectors.joining(","));
  }

  /** A text; a spreadsheet must not take a name for a formula. */
  public static String quoted(String text) {
    String harmless = text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text;
    return '"' + harmless.replace("\"", "\"\"") + '"';
  }
}
