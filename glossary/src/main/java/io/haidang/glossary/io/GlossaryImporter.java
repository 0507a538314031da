package io.haidang.glossary.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads lists of terms that other programs and people wrote. Nothing in a file is trusted: sizes
 * are limited, nothing outside of the file is opened, and what is wrong is reported with its place.
 *
 * <p>A table has a header and either one row per concept (a column for each language, and {@code
 * admitted_en}, {@code forbidden_en}, {@code abbreviation_en} with wordings between semicolons) or
 * one row per term ({@code concept_id, language, term} and the rest as {@link GlossaryExporter}
 * writes it). Order and further columns are free. Encoding and delimiter of a text are recognised.
 *
 * <p><b>Thread-safety:</b> immutable. <b>Blocking:</b> reads the stream, which the caller closes.
 */
public final class GlossaryImporter {

  private GlossaryImporter() {}

  /**
   * Reads a file to its end.
   *
   * @throws GlossaryFormatException when the file is not of the format, breaks off or is over the
   *     limits; whatever the options say, nothing of it is imported then
   * @throws IOException when the stream cannot be read
   */
  public static ImportResult read(InputStream in, GlossaryFormat format, ImportOptions options)
      throws IOException {
    try {
      if (format.isTbx()) {
        return TbxReader.read(in, options);
      }
      try (TableRows rows = open(in, format, options.limits())) {
        return TableReader.read(rows, options);
      }
    } catch (LimitedInputStream.TooLargeException e) {
      throw new GlossaryFormatException(1, String.valueOf(e.getMessage()));
    }
  }

  /**
   * Reads the beginning of a table, also of one that {@link #read} refuses because no column is
   * recognised: its columns can then be told by {@link ImportOptions#columns}.
   *
   * @param rows how many below the header, at most
   * @throws IllegalArgumentException for TBX, which is no table
   * @throws GlossaryFormatException when there is no header, or it is over the limits
   * @throws IOException when the stream cannot be read
   */
  public static TablePreview preview(
      InputStream in, GlossaryFormat format, ImportOptions options, int rows) throws IOException {
    if (format.isTbx()) {
      throw new IllegalArgumentException("format: " + format + " (expected: a table)");
    }
    try (TableRows table = open(in, format, options.limits())) {
      TableHeader header = TableReader.header(table, options);
      List<List<String>> first = new ArrayList<>();
      while (first.size() < rows) {
        TableRows.Row row = table.next();
        if (row == null) {
          break;
        }
        first.add(row.cells());
      }
      return new TablePreview(
          table.encoding(),
          table.delimiter(),
          header.names(),
          header.roles().stream().map(ColumnRole::header).toList(),
          first);
    } catch (LimitedInputStream.TooLargeException e) {
      throw new GlossaryFormatException(1, String.valueOf(e.getMessage()));
    }
  }

  private static TableRows open(InputStream in, GlossaryFormat format, ImportLimits limits)
      throws IOException {
    return format == GlossaryFormat.XLSX
        ? WorkbookRows.open(in, limits)
        : TextRows.open(in, limits);
  }
}
