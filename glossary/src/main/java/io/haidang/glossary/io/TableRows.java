package io.haidang.glossary.io;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a table, one after the other; the header is the first. */
interface TableRows extends Closeable {

  /** A row with at least one cell that is not blank, and the line where it begins, from 1. */
  record Row(long line, List<String> cells) {}

  /**
   * The next row; null after the last.
   *
   * @throws GlossaryFormatException when the file is no table
   * @throws IOException when the file cannot be read, or is too large
   */
  @Nullable Row next() throws IOException;

  /** Bytes of the file read so far. */
  long bytesRead();

  String encoding();

  char delimiter();
}
