package io.haidang.gateway.store;

import io.haidang.gateway.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/**
 * Contents in the database, cut into pieces: the same for H2 and PostgreSQL, and nothing that would
 * have to be in memory whole.
 */
final class SqlContentStore implements ContentStore {

  /** H2 keeps at most a megabyte in a value that is no large object. */
  static final int PIECE = 256 << 10;

  private final Jdbi jdbi;

  SqlContentStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public ContentDigest put(byte[] bytes) {
    ContentDigest digest = ContentDigest.of(bytes);
    if (find(digest).isPresent()) {
      return digest;
    }
    try {
      return put(new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory can be read", e);
    }
  }

  @Override
  public ContentDigest put(InputStream bytes) throws IOException {
    try {
      return jdbi.inTransaction(handle -> write(handle, bytes));
    } catch (AlreadyStored e) {
      if (find(e.digest).isEmpty() && e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      return e.digest;
    }
  }

  private static ContentDigest write(Handle handle, InputStream bytes) throws IOException {
    UUID id = UUID.randomUUID();
    handle.execute("insert into content (id, size) values (?, 0)", id);
    MessageDigest sha256 = Sha256.begin();
    long size = 0;
    byte[] piece = bytes.readNBytes(PIECE);
    for (int ordinal = 0; piece.length > 0; ordinal++) {
      sha256.update(piece);
      size += piece.length;
      handle.execute(
          "insert into content_piece (content_id, ordinal, bytes) values (?, ?, ?)",
          id,
          ordinal,
          piece);
      piece = bytes.readNBytes(PIECE);
    }
    return name(handle, id, ContentDigest.of(sha256), size);
  }

  /** The name is known last; when somebody has it already, the pieces are taken back. */
  private static ContentDigest name(Handle handle, UUID id, ContentDigest digest, long size) {
    if (find(handle, digest).isPresent()) {
      throw new AlreadyStored(digest, null);
    }
    try {
      handle.execute(
          "update content set digest = ?, size = ? where id = ?", digest.hex(), size, id);
    } catch (UnableToExecuteStatementException e) {
      throw new AlreadyStored(digest, e); // At the same time.
    }
    return digest;
  }

  @Override
  public long size(ContentDigest digest) {
    return require(digest).size();
  }

  @Override
  public InputStream open(ContentDigest digest, long from) {
    int piece = (int) Math.min(Integer.MAX_VALUE, from / PIECE);
    return new Pieces(require(digest).id(), piece, (int) (from % PIECE));
  }

  @Override
  public byte[] bytes(ContentDigest digest) {
    try (InputStream pieces = open(digest)) {
      return pieces.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("pieces come from the database", e);
    }
  }

  private Row require(ContentDigest digest) {
    return find(digest)
        .orElseThrow(
            () -> new NoSuchElementException("content: " + digest + " (expected: a stored one)"));
  }

  private Optional<Row> find(ContentDigest digest) {
    return jdbi.withHandle(handle -> find(handle, digest));
  }

  private static Optional<Row> find(Handle handle, ContentDigest digest) {
    return handle
        .createQuery("select id, size from content where digest = :digest")
        .bind("digest", digest.hex())
        .map((row, context) -> new Row(row.getObject("id", UUID.class), row.getLong("size")))
        .findOne();
  }

  private record Row(UUID id, long size) {}

  /** Takes back what a transaction has written of a content that is there. */
  private static final class AlreadyStored extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ContentDigest digest;

    AlreadyStored(ContentDigest digest, @Nullable RuntimeException cause) {
      super("content: stored already", cause);
      this.digest = digest;
    }
  }

  /** Reads piece after piece, each in a query of its own; holds no connection in between. */
  private final class Pieces extends InputStream {

    private final UUID content;
    private byte[] piece = {};
    private int next;
    private int ordinal;

    Pieces(UUID content, int ordinal, int passedOver) {
      this.content = content;
      this.ordinal = ordinal;
      if (!isAtEnd()) {
        next = Math.min(passedOver, piece.length);
      }
    }

    @Override
    public int read() {
      return isAtEnd() ? -1 : piece[next++] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      if (length == 0) {
        return 0;
      }
      if (isAtEnd()) {
        return -1;
      }
      int count = Math.min(length, piece.length - next);
      System.arraycopy(piece, next, into, offset, count);
      next += count;
      return count;
    }

    private boolean isAtEnd() {
      if (next == piece.length) {
        piece = load(ordinal++).orElseGet(() -> Arrays.copyOf(piece, 0));
        next = 0;
      }
      return piece.length == 0;
    }

    private Optional<byte[]> load(int number) {
      return jdbi.withHandle(
          handle ->
              handle
                  .createQuery(
                      "select bytes from content_piece"
                          + " where content_id = :content and ordinal = :ordinal")
                  .bind("content", content)
                  .bind("ordinal", number)
                  .mapTo(byte[].class)
                  .findOne());
    }
  }
}
