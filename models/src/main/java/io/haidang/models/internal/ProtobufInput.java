package io.haidang.models.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The fields of one Protocol Buffers message, one after the other; what is not asked for is passed
 * over unread. Anything malformed is an {@link EOFException}. Not thread-safe.
 */
public final class ProtobufInput {

  private static final int LONGEST_TEXT = 4096;
  private static final int VARINT = 0;
  private static final int FIXED_64 = 1;
  private static final int LENGTH = 2;
  private static final int FIXED_32 = 5;

  private final InputStream in;
  private long left;
  private int field;
  private int wireType;

  /** A message of {@code length} bytes, which the caller goes on to own. */
  public ProtobufInput(InputStream in, long length) {
    this.in = in;
    this.left = length;
  }

  /** Goes to the next field; false at the end of the message. */
  public boolean next() throws IOException {
    if (left == 0) {
      return false;
    }
    long tag = varint();
    field = (int) (tag >>> 3);
    wireType = (int) (tag & 7);
    if (field < 1 || tag >>> 3 > Integer.MAX_VALUE) {
      throw new EOFException("field number: out of range");
    }
    return true;
  }

  /** The number of the field that the message has got to. */
  public int field() {
    return field;
  }

  /** The field as a message, to be read to its end before this one goes on. */
  public ProtobufInput message() throws IOException {
    long length = length();
    left -= length;
    return new ProtobufInput(in, length);
  }

  /** The field as text of at most 4096 bytes. */
  public String text() throws IOException {
    long length = length();
    if (length > LONGEST_TEXT) {
      throw new EOFException("text: longer than " + LONGEST_TEXT + " bytes");
    }
    byte[] bytes = in.readNBytes((int) length);
    if (bytes.length < length) {
      throw new EOFException("text: cut off");
    }
    left -= length;
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** The field as a whole number. */
  public long number() throws IOException {
    if (wireType != VARINT) {
      throw new EOFException("field " + field + ": wire type " + wireType);
    }
    return varint();
  }

  /** Passes over the field. */
  public void skip() throws IOException {
    switch (wireType) {
      case VARINT -> varint();
      case FIXED_64 -> pass(8);
      case LENGTH -> pass(length());
      case FIXED_32 -> pass(4);
      default -> throw new EOFException("wire type: " + wireType);
    }
  }

  private void pass(long bytes) throws IOException {
    if (bytes > left) {
      throw new EOFException("field: longer than its message");
    }
    in.skipNBytes(bytes);
    left -= bytes;
  }

  private long length() throws IOException {
    if (wireType != LENGTH) {
      throw new EOFException("field " + field + ": wire type " + wireType);
    }
    long length = varint();
    if (length < 0 || length > left) {
      throw new EOFException("field " + field + ": longer than its message");
    }
    return length;
  }

  private long varint() throws IOException {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int next = left > 0 ? in.read() : -1;
      if (next < 0) {
        throw new EOFException("number: cut off");
      }
      left--;
      value |= (long) (next & 0x7F) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw new EOFException("number: too long");
  }
}
