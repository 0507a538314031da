package io.haidang.glossary.io;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** A table in a text file. Not thread-safe. */
final class TextRows implements TableRows {

  private final LimitedInputStream bytes;
  private final TextSniffer sniffer;
  private final RowLimitReader reader;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;

  private TextRows(LimitedInputStream bytes, ImportLimits limits) throws IOException {
    this.bytes = bytes;
    PushbackInputStream rewindable = TextSniffer.rewindable(bytes);
    sniffer = TextSniffer.sniff(rewindable);
    Reader text =
        new InputStreamReader(
            rewindable,
            sniffer
                .charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    reader = new RowLimitReader(text, (long) limits.characters() * limits.columns());
    parser =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(sniffer.delimiter())
            .setIgnoreEmptyLines(false)
            .get()
            .parse(reader);
    records = parser.iterator();
  }

  static TextRows open(InputStream in, ImportLimits limits) throws IOException {
    return new TextRows(new LimitedInputStream(in, limits.bytes()), limits);
  }

  @Override
  public @Nullable Row next() throws IOException {
    while (true) {
      long line = parser.getCurrentLineNumber() + 1;
      CSVRecord row = nextRecord(line);
      if (row == null) {
        return null;
      }
      reader.startRow();
      List<String> cells = row.toList();
      if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
        return new Row(line, cells);
      }
    }
  }

  private @Nullable CSVRecord nextRecord(long line) throws IOException {
    try {
      return records.hasNext() ? records.next() : null;
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        throw new GlossaryFormatException(
            line, "encoding: not " + encoding() + " (expected: UTF-8 or UTF-16)");
      }
      if (e.getCause() instanceof LimitedInputStream.TooLargeException) {
        throw new GlossaryFormatException(line, String.valueOf(e.getCause().getMessage()));
      }
      throw new GlossaryFormatException(line, "not a table (expected: quotes in pairs)");
    } catch (IllegalStateException e) {
      throw new GlossaryFormatException(line, "not a table (expected: quotes in pairs)");
    }
  }

  @Override
  public long bytesRead() {
    return bytes.count();
  }

  @Override
  public String encoding() {
    return sniffer.charset().name();
  }

  @Override
  public char delimiter() {
    return sniffer.delimiter();
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  /** One open quote makes a row of all that follows; this ends it. */
  private static final class RowLimitReader extends FilterReader {

    private final long limit;
    private long count;

    RowLimitReader(Reader in, long limit) {
      super(in);
      this.limit = limit;
    }

    void startRow() {
      count = 0;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count += Math.max(0, read);
      if (count > limit) {
        throw new IOException("row: too long");
      }
      return read;
    }
  }
}
