package io.haidang.gateway.store;

import java.io.IOException;
import java.io.InputStream;

/**
 * Keeps files. Equal bytes are stored once, and nothing that was stored ever changes.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> everything.
 */
public interface ContentStore {

  /**
   * Stores what {@code bytes} gives to its end, unless it is there already; when it returns, a
   * crash does not lose it. Holds a piece of it in memory at a time. Does not close the stream.
   *
   * @throws IOException when the stream fails; nothing is stored then
   */
  ContentDigest put(InputStream bytes) throws IOException;

  /** Stores {@code bytes}, unless they are there already. */
  ContentDigest put(byte[] bytes);

  /**
   * How many bytes it is.
   *
   * @throws java.util.NoSuchElementException when nothing of that name was ever stored
   */
  long size(ContentDigest digest);

  /**
   * The bytes from the first on, a piece in memory at a time.
   *
   * @throws java.util.NoSuchElementException when nothing of that name was ever stored
   */
  default InputStream open(ContentDigest digest) {
    return open(digest, 0);
  }

  /**
   * The bytes from one of them on, a piece in memory at a time.
   *
   * @param from how many to pass over, 0 or more; from their number on, none are left
   * @throws java.util.NoSuchElementException when nothing of that name was ever stored
   */
  InputStream open(ContentDigest digest, long from);

  /**
   * All bytes at once.
   *
   * @throws java.util.NoSuchElementException when nothing of that name was ever stored
   */
  byte[] bytes(ContentDigest digest);
}
