package io.haidang.models.registry;

import java.nio.ByteBuffer;

/** Changes the opset that an ONNX file says it needs, in the bytes of its protobuf. */
final class OpsetPatch {

  private static final int OPSET_IMPORT = 8;
  private static final int DOMAIN = 1;
  private static final int VERSION = 2;

  private OpsetPatch() {}

  /** A copy whose import of the default domain has another version, one byte as before. */
  static byte[] withDefaultOpset(byte[] model, int version) {
    byte[] copy = model.clone();
    ByteBuffer bytes = ByteBuffer.wrap(copy);
    while (bytes.hasRemaining()) {
      long tag = varint(bytes);
      if ((tag & 7) == 0) {
        varint(bytes);
        continue;
      }
      int length = (int) varint(bytes);
      if (tag >> 3 == OPSET_IMPORT && patched(bytes.slice(bytes.position(), length), version)) {
        return copy;
      }
      bytes.position(bytes.position() + length);
    }
    throw new IllegalArgumentException("opset_import: absent (expected: the default domain's)");
  }

  private static boolean patched(ByteBuffer entry, int version) {
    boolean defaultDomain = true;
    int place = -1;
    while (entry.hasRemaining()) {
      long field = varint(entry) >> 3;
      if (field == VERSION) {
        place = entry.position();
        varint(entry);
      } else if (field == DOMAIN) {
        int length = (int) varint(entry);
        defaultDomain = length == 0;
        entry.position(entry.position() + length);
      }
    }
    if (defaultDomain && place >= 0) {
      entry.put(place, (byte) version);
    }
    return defaultDomain && place >= 0;
  }

  private static long varint(ByteBuffer bytes) {
    long value = 0;
    int shift = 0;
    byte next;
    do {
      next = bytes.get();
      value |= (long) (next & 0x7f) << shift;
      shift += 7;
    } while (next < 0);
    return value;
  }
}
