package io.haidang.glossary.io;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Unpacks a zip file to nowhere, to learn that it is no bomb before it is read in earnest. */
final class PackedFiles {

  private static final int MOST_ENTRIES = 1_000;

  /** Sheets are repetitive; a file packed better than this means harm. */
  private static final long HIGHEST_RATIO = 200;

  private static final long SMALL = 1 << 20;

  private PackedFiles() {}

  /**
   * Checks every entry of the directory, which is what readers go by.
   *
   * @throws GlossaryFormatException when it is no zip file or unpacks to more than {@code limit}
   */
  static void requireWithin(byte[] file, long limit) {
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(file)).get()) {
      Budget budget = new Budget(limit, file.length);
      int entries = 0;
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        if (++entries > MOST_ENTRIES) {
          throw new GlossaryFormatException(
              1, "packed files: over " + MOST_ENTRIES + " (expected: at most that)");
        }
        try (InputStream packed = zip.getInputStream(entry)) {
          InputStream part = budget.counting(packed);
          CellGuard.check(part);
          part.transferTo(OutputStream.nullOutputStream());
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new GlossaryFormatException(1, "not a workbook (expected: Office Open XML, .xlsx)");
    }
  }

  /** What all parts together may come to. */
  private static final class Budget {

    private final long limit;
    private final long packed;
    private long unpacked;

    Budget(long limit, long packed) {
      this.limit = limit;
      this.packed = packed;
    }

    InputStream counting(InputStream part) {
      return new FilterInputStream(part) {
        @Override
        public int read() throws IOException {
          int value = super.read();
          spend(value < 0 ? 0 : 1);
          return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
          int read = super.read(buffer, offset, length);
          spend(Math.max(0, read));
          return read;
        }

        /** An XML parser closes what it has read; the rest is counted all the same. */
        @Override
        public void close() {}
      };
    }

    private void spend(int bytes) {
      unpacked += bytes;
      if (unpacked > limit) {
        throw new GlossaryFormatException(
            1, "unpacked size: over " + limit + " bytes (expected: at most that)");
      }
      if (unpacked > SMALL && unpacked / HIGHEST_RATIO > packed) {
        throw new GlossaryFormatException(
            1, "packed over " + HIGHEST_RATIO + " : 1 (expected: a workbook)");
      }
    }
  }
}
