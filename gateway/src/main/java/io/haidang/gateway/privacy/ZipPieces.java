package io.haidang.gateway.privacy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.zip.ZipOutputStream;

/**
 * A ZIP file that is made while it is read, a piece in memory at a time. Not thread-safe; may be
 * read by one thread after another.
 */
final class ZipPieces implements Iterator<byte[]> {

  private static final int PIECE = 64 << 10;

  private final ByteArrayOutputStream made = new ByteArrayOutputStream();
  private final ZipOutputStream zip = new ZipOutputStream(made);
  private final Iterator<Step> steps;
  private boolean isClosed;

  /** Writes a little: a part of an entry, or the beginning of the next one. */
  @FunctionalInterface
  interface Step {
    void write(ZipOutputStream zip) throws IOException;
  }

  ZipPieces(Iterator<Step> steps) {
    this.steps = steps;
  }

  @Override
  public boolean hasNext() {
    try {
      while (made.size() < PIECE && steps.hasNext()) {
        steps.next().write(zip);
      }
      if (!steps.hasNext() && !isClosed) {
        isClosed = true;
        zip.close();
      }
      return made.size() > 0;
    } catch (IOException e) {
      throw new UncheckedIOException("bytes can be written to memory", e);
    }
  }

  @Override
  public byte[] next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    byte[] piece = made.toByteArray();
    made.reset();
    return piece;
  }
}
