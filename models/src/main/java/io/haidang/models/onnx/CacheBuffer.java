package io.haidang.models.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * Two direct buffers of one cache tensor: the decoder reads one while it writes the other. Not
 * thread-safe.
 */
final class CacheBuffer {

  private FloatBuffer reading = direct(0);
  private FloatBuffer writing = direct(0);

  static FloatBuffer direct(int size) {
    return ByteBuffer.allocateDirect(Math.multiplyExact(size, Float.BYTES))
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }

  /**
   * The name of a cache tensor after its prefix, as Optimum gives it.
   *
   * @param index even for the keys of a layer, odd for its values
   * @param part {@code decoder} or {@code encoder}
   */
  static String name(int index, String part) {
    return index / 2 + "." + part + (index % 2 == 0 ? ".key" : ".value");
  }

  /** What the next step reads. */
  FloatBuffer read() {
    return reading;
  }

  /** Room for at least {@code size} elements that the next step writes. */
  FloatBuffer write(int size) {
    writing = grown(writing, size);
    return writing;
  }

  /** Makes what was written the thing to read, without a copy. */
  void keepWritten() {
    FloatBuffer written = writing;
    writing = reading;
    reading = written;
  }

  /** Makes row {@code i} a copy of what was row {@code parents[i]}. */
  void reorder(int[] parents, int rowSize) {
    writing = grown(writing, parents.length * rowSize);
    copy(reading, writing, parents, rowSize);
    keepWritten();
  }

  /** Reads rows copied out of the written buffer, which stays as it is. */
  void gather(int[] rows, int rowSize) {
    reading = grown(reading, rows.length * rowSize);
    copy(writing, reading, rows, rowSize);
  }

  private static void copy(FloatBuffer from, FloatBuffer to, int[] rows, int rowSize) {
    for (int i = 0; i < rows.length; i++) {
      to.put(i * rowSize, from, rows[i] * rowSize, rowSize);
    }
  }

  /** Grows by half at least: outputs grow token by token. */
  private static FloatBuffer grown(FloatBuffer buffer, int size) {
    return buffer.capacity() >= size ? buffer : direct(size + size / 2);
  }
}
