package io.haidang.gateway.privacy;

import io.haidang.gateway.store.ContentDigest;
import io.haidang.gateway.store.ContentStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Writes a file that somebody has handed in. */
final class FileSteps extends EntrySteps {

  private static final int PIECE = 256 << 10;

  private final ContentStore contents;
  private final ContentDigest digest;
  private @Nullable InputStream bytes;

  FileSteps(ContentStore contents, ContentDigest digest, String path) {
    super(path);
    this.contents = contents;
    this.digest = digest;
  }

  @Override
  Piece read() {
    try {
      InputStream open = bytes == null ? contents.open(digest) : bytes;
      bytes = open;
      byte[] piece = open.readNBytes(PIECE);
      return new Piece(piece, piece.length < PIECE);
    } catch (IOException e) {
      throw new UncheckedIOException("pieces come from the database", e);
    }
  }
}
