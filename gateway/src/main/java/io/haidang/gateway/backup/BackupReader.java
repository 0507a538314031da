package io.haidang.gateway.backup;

import io.haidang.gateway.Sha256;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads a backup row by row. Nothing in it names a place on disk, and nothing of it is taken before
 * its digest was found right; a file made with malice may still hold no row beyond {@link
 * #MAX_ROW}, nor far more than its size accounts for.
 */
final class BackupReader implements AutoCloseable {

  private static final int DIGEST = 32;
  private static final int MAX_HEAD = 16 << 20;
  private static final int MAX_ROW = 256 << 20;
  private static final long FREE = 256L << 20;
  private static final long MAX_RATIO = 200;
  private static final int BUFFER = 64 << 10;

  private final DataInputStream in;
  private final BackupHead head;
  private final long allowed;
  private long taken;

  private BackupReader(DataInputStream in, long allowed) throws IOException {
    this.in = in;
    this.allowed = allowed;
    this.head = BackupHead.read(bytes(in.readInt(), MAX_HEAD));
  }

  /**
   * Reads the whole file once, to see whether it is what was written, and opens it.
   *
   * @throws BackupException when it is no backup, was cut off or changed
   */
  static BackupReader open(Path file) throws IOException {
    long body = check(file);
    InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    try {
      raw.skipNBytes(BackupWriter.MAGIC.length);
      InputStream zipped = bounded(raw, body - BackupWriter.MAGIC.length);
      return new BackupReader(
          new DataInputStream(new BufferedInputStream(new GZIPInputStream(zipped, BUFFER))),
          FREE + MAX_RATIO * body);
    } catch (EOFException | ZipException e) {
      raw.close();
      throw broken();
    } catch (IOException | RuntimeException e) {
      raw.close();
      throw e;
    }
  }

  /** Returns how many bytes come before the digest. */
  private static long check(Path file) throws IOException {
    long body = Files.size(file) - DIGEST;
    MessageDigest sha256 = Sha256.begin();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      byte[] magic = in.readNBytes(BackupWriter.MAGIC.length);
      if (body < 0 || !Arrays.equals(magic, BackupWriter.MAGIC)) {
        throw new BackupException(
            "backup: another kind of file (expected: one of \"haidang backup\")");
      }
      sha256.update(magic);
      InputStream rest = new DigestInputStream(bounded(in, body - magic.length), sha256);
      rest.transferTo(OutputStream.nullOutputStream());
      if (!Arrays.equals(sha256.digest(), in.readNBytes(DIGEST))) {
        throw broken();
      }
    }
    return body;
  }

  private static InputStream bounded(InputStream in, long bytes) {
    return new FilterInputStream(in) {
      private long left = bytes;

      @Override
      public int read() throws IOException {
        return left-- > 0 ? super.read() : -1;
      }

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        if (left <= 0 && length > 0) {
          return -1;
        }
        int count = super.read(into, offset, (int) Math.min(left, length));
        left -= Math.max(0, count);
        return count;
      }

      @Override
      public int available() throws IOException {
        return (int) Math.min(Math.max(0, left), super.available());
      }

      @Override
      public boolean markSupported() {
        return false;
      }
    };
  }

  private static BackupException broken() {
    return new BackupException(
        "backup: cut off or changed since it was made (expected: every byte; take another copy)");
  }

  BackupHead head() {
    return head;
  }

  /** Gives the rows of the next table of the head, and compares them with what was counted. */
  TableCount table(Table table, Snapshot.RowSink sink) throws SQLException, IOException {
    RowSum sum = new RowSum();
    try {
      for (int length = in.readInt(); length != BackupWriter.END_OF_TABLE; length = in.readInt()) {
        byte[] row = bytes(length, MAX_ROW);
        sum.add(row);
        sink.accept(row);
      }
      TableCount found = sum.of(table);
      TableCount written = new TableCount(table.name(), in.readLong(), in.readUTF());
      if (!found.equals(written)) {
        throw broken();
      }
      return found;
    } catch (EOFException | ZipException e) {
      throw broken();
    }
  }

  /** The tables of the head, as far as they matter for reading. */
  List<TableCount> verify() throws SQLException, IOException {
    List<TableCount> counts = new ArrayList<>();
    for (BackupHead.TableHead table : head.tables()) {
      counts.add(table(new Table(table.name(), List.of(), List.of()), row -> {}));
    }
    requireEnd();
    return counts;
  }

  void requireEnd() throws IOException {
    if (in.read() >= 0) {
      throw broken();
    }
  }

  private byte[] bytes(int length, int most) throws IOException {
    taken += Integer.BYTES + Math.max(0L, length);
    if (length < 0 || length > most || taken > allowed) {
      throw new BackupException(
          "backup: grows beyond measure (expected: one that \"haidang backup\" has made)");
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw broken();
    }
    return bytes;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
