package io.haidang.glossary.io;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.jspecify.annotations.Nullable;

/** The first sheet of a workbook. Not thread-safe. */
final class WorkbookRows implements TableRows {

  private final long size;
  private final ReadableWorkbook workbook;
  private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
  private final int mostColumns;
  private long line;

  private WorkbookRows(byte[] file, ImportLimits limits) throws IOException {
    size = file.length;
    mostColumns = limits.columns();
    workbook = workbook(file);
    rows = workbook.getFirstSheet().openStream().iterator();
  }

  static WorkbookRows open(InputStream in, ImportLimits limits) throws IOException {
    byte[] file = new LimitedInputStream(in, limits.bytes()).readAllBytes();
    PackedFiles.requireWithin(file, limits.bytes());
    try {
      return new WorkbookRows(file, limits);
    } catch (RuntimeException | IOException e) {
      throw notAWorkbook(1);
    }
  }

  /** The styles tell which numbers are dates; a workbook without any has no dates either. */
  private static ReadableWorkbook workbook(byte[] file) throws IOException {
    try {
      return new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, true));
    } catch (RuntimeException e) {
      return new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(false, true));
    }
  }

  /** The library reports broken files by whatever exception it runs into. */
  private static GlossaryFormatException notAWorkbook(long row) {
    return new GlossaryFormatException(row, "not a workbook (expected: Office Open XML, .xlsx)");
  }

  @Override
  public @Nullable Row next() {
    try {
      while (rows.hasNext()) {
        org.dhatim.fastexcel.reader.Row row = rows.next();
        line = row.getRowNum();
        List<String> cells = cells(row);
        if (!cells.isEmpty()) {
          return new Row(line, cells);
        }
      }
      return null;
    } catch (GlossaryFormatException e) {
      throw e;
    } catch (RuntimeException e) {
      throw notAWorkbook(line + 1);
    }
  }

  /** Without the blank ones at the end. */
  private List<String> cells(org.dhatim.fastexcel.reader.Row row) {
    List<String> cells = new ArrayList<>();
    int filled = 0;
    for (int i = 0; i < row.getCellCount(); i++) {
      String text = text(row.getOptionalCell(i).orElse(null));
      cells.add(text);
      filled = text.isBlank() ? filled : i + 1;
      if (filled > mostColumns) {
        throw new GlossaryFormatException(
            line, "row: over " + mostColumns + " columns (expected: at most that)");
      }
    }
    return cells.subList(0, filled);
  }

  private static String text(@Nullable Cell cell) {
    if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
      return "";
    }
    String format = cell.getDataFormatString();
    boolean isDate =
        cell.getType() == CellType.NUMBER
            && format != null
            && format.toLowerCase(Locale.ROOT).contains("yy");
    return isDate ? cell.asDate().toLocalDate().toString() : cell.getText();
  }

  @Override
  public long bytesRead() {
    return size;
  }

  @Override
  public String encoding() {
    return "";
  }

  @Override
  public char delimiter() {
    return ' ';
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }
}
