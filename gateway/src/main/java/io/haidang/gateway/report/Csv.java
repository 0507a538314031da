package io.haidang.gateway.report;

/** Cells of tables for spreadsheets (RFC 4180). */
public final class Csv {

  private Csv() {}

  /** A text; a spreadsheet must not take a name for a formula. */
  public static String quoted(String text) {
    String harmless = text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text;
    return '"' + harmless.replace("\"", "\"\"") + '"';
  }
}
