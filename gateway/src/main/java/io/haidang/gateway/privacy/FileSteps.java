package io.haidang.gateway.privacy;

import io.haidang.gateway.store.ContentDigest;
import io.haidang.gateway.store.ContentStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/** Writes a file that somebody has handed in, a piece at a step. */
final class FileSteps implements Iterator<ZipPieces.Step> {

  private static final int PIECE = 256 << 10;

  private final ContentStore contents;
  private final ContentDigest digest;
  private final String path;
  private @Nullable InputStream bytes;
  private boolean hasMore = true;

  FileSteps(ContentStore contents, ContentDigest digest, String path) {
    this.contents = contents;
    this.digest = digest;
    this.path = path;
  }

  @Override
  public boolean hasNext() {
    return hasMore;
  }

  @Override
  public ZipPieces.Step next() {
    if (!hasMore) {
      throw new NoSuchElementException();
    }
    boolean isFirst = bytes == null;
    byte[] piece = read();
    hasMore = piece.length == PIECE;
    return zip -> {
      if (isFirst) {
        zip.putNextEntry(new ZipEntry(path));
      }
      zip.write(piece);
    };
  }

  private byte[] read() {
    try {
      InputStream open = bytes == null ? contents.open(digest) : bytes;
      bytes = open;
      return open.readNBytes(PIECE);
    } catch (IOException e) {
      throw new UncheckedIOException("pieces come from the database", e);
    }
  }
}
