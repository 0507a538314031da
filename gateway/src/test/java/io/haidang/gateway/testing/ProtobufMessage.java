package io.haidang.gateway.testing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The fields of a protobuf message by their numbers. Immutable once read. */
final class ProtobufMessage {

  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int BYTES = 2;
  private static final int FIXED32 = 5;

  private final Map<Integer, List<byte[]>> messages = new TreeMap<>();
  private final Map<Integer, Long> numbers = new TreeMap<>();

  private ProtobufMessage(ByteBuffer wire) {
    while (wire.hasRemaining()) {
      long tag = varint(wire);
      int field = (int) (tag >>> 3);
      switch ((int) (tag & 7)) {
        case VARINT -> numbers.put(field, varint(wire));
        case FIXED64 -> numbers.put(field, wire.getLong());
        case FIXED32 -> numbers.put(field, (long) wire.getInt());
        case BYTES -> messages.computeIfAbsent(field, first -> new ArrayList<>()).add(bytes(wire));
        default -> throw new IllegalArgumentException("tag: " + tag + " (expected: protobuf)");
      }
    }
  }

  static ProtobufMessage of(byte[] wire) {
    return new ProtobufMessage(ByteBuffer.wrap(wire).order(ByteOrder.LITTLE_ENDIAN));
  }

  private static long varint(ByteBuffer wire) {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte next = wire.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("varint: without an end (expected: ten bytes)");
  }

  private static byte[] bytes(ByteBuffer wire) {
    byte[] bytes = new byte[(int) varint(wire)];
    wire.get(bytes);
    return bytes;
  }

  boolean has(int field) {
    return messages.containsKey(field);
  }

  /** Each value of a field that holds bytes, texts or messages. */
  List<byte[]> messages(int field) {
    return messages.getOrDefault(field, List.of());
  }

  /** The last value of such a field; empty without one. */
  byte[] bytes(int field) {
    List<byte[]> all = messages(field);
    return all.isEmpty() ? new byte[0] : all.get(all.size() - 1);
  }

  /** The last value of a field that holds a number; 0 without one. */
  long number(int field) {
    return numbers.getOrDefault(field, 0L);
  }
}
