package io.haidang.gateway.privacy;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.zip.ZipEntry;

/** Writes one entry of a ZIP file, a piece at a step. Not thread-safe. */
abstract class EntrySteps implements Iterator<ZipPieces.Step> {

  private final String path;
  private boolean isBegun;
  private boolean hasMore = true;

  EntrySteps(String path) {
    this.path = path;
  }

  /**
   * What comes next.
   *
   * @param bytes may be none
   * @param isLast whether nothing comes after it
   */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
  record Piece(byte[] bytes, boolean isLast) {}

  /** Reads on; may block. */
  abstract Piece read();

  @Override
  public final boolean hasNext() {
    return hasMore;
  }

  @Override
  public final ZipPieces.Step next() {
    if (!hasMore) {
      throw new NoSuchElementException();
    }
    boolean isFirst = !isBegun;
    Piece piece = read();
    isBegun = true;
    hasMore = !piece.isLast();
    return zip -> {
      if (isFirst) {
        zip.putNextEntry(new ZipEntry(path));
      }
      zip.write(piece.bytes());
    };
  }
}
