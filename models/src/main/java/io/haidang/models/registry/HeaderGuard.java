package io.haidang.models.registry;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A tar stream that ends when the headers of one entry go on for too long: the reader keeps long
 * names and attributes in memory, whatever their size. Not thread-safe.
 */
final class HeaderGuard extends FilterInputStream {

  /** A name and some attributes, with the padding of the entry before. */
  private static final long LONGEST = 64_000;

  private long left = LONGEST;
  private boolean inContent;

  HeaderGuard(InputStream tar) {
    super(tar);
  }

  /** What is read from now on is headers. */
  void header() {
    inContent = false;
    left = LONGEST;
  }

  /** What is read from now on is a file, which others count. */
  void content() {
    inContent = true;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    count(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    count(read);
    return read;
  }

  @Override
  public long skip(long bytes) throws IOException {
    long skipped = super.skip(bytes);
    count(skipped);
    return skipped;
  }

  private void count(long bytes) throws IOException {
    left -= inContent ? 0 : bytes;
    if (left < 0) {
      throw new IOException("headers: more than " + LONGEST + " bytes");
    }
  }
}
