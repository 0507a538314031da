package io.haidang.models.onnx;

import java.nio.FloatBuffer;

/**
 * Two direct buffers of one cache tensor: the decoder reads one while it writes the other. Not
 * thread-safe.
 */
final class CacheBuffer implements AutoCloseable {

  private PooledFloats reading;
  private PooledFloats writing;

  CacheBuffer(BufferPool pool) {
    reading = new PooledFloats(pool);
    writing = new PooledFloats(pool);
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
    return reading.get();
  }

  /** Room for at least {@code size} elements that the next step writes. */
  FloatBuffer write(int size) {
    return writing.ofSize(size);
  }

  /** Makes what was written the thing to read, without a copy. */
  void keepWritten() {
    PooledFloats written = writing;
    writing = reading;
    reading = written;
  }

  /** Makes row {@code i} a copy of what was row {@code parents[i]}. */
  void reorder(int[] parents, int rowSize) {
    copy(reading.get(), writing.ofSize(parents.length * rowSize), parents, rowSize);
    keepWritten();
  }

  /** Reads rows copied out of the written buffer, which stays as it is. */
  void gather(int[] rows, int rowSize) {
    copy(writing.get(), reading.ofSize(rows.length * rowSize), rows, rowSize);
  }

  private static void copy(FloatBuffer from, FloatBuffer to, int[] rows, int rowSize) {
    for (int i = 0; i < rows.length; i++) {
      to.put(i * rowSize, from, rows[i] * rowSize, rowSize);
    }
  }

  @Override
  public void close() {
    reading.close();
    writing.close();
  }
}
