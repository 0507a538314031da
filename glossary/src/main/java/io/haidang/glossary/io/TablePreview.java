package io.haidang.glossary.io;

import java.util.List;

/**
 * The beginning of a table, and how it would be read.
 *
 * @param encoding such as {@code UTF-8}; empty for a workbook
 * @param delimiter between cells; a space for a workbook
 * @param header the first row
 * @param columns what each column was recognised as: a language tag such as {@code en} for its
 *     preferred term, {@code admitted_en}, {@code forbidden_en} or {@code abbreviation_en}, the
 *     name of a field, or {@code skip}
 * @param rows the first rows below the header
 */
public record TablePreview(
    String encoding,
    char delimiter,
    List<String> header,
    List<String> columns,
    List<List<String>> rows) {

  public TablePreview {
    header = List.copyOf(header);
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }
}
