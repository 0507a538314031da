package io.haidang.models.onnx;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/** Room for floats outside the heap that grows as it is needed. Not thread-safe. */
final class PooledFloats implements AutoCloseable {

  private static final ByteBuffer NONE = ByteBuffer.allocateDirect(0);

  private final BufferPool pool;
  private ByteBuffer bytes = NONE;
  private FloatBuffer floats = NONE.asFloatBuffer();

  /** Without room yet. */
  PooledFloats(BufferPool pool) {
    this.pool = pool;
  }

  FloatBuffer get() {
    return floats;
  }

  /** Room for at least {@code size} floats; what stood there is lost when it had to grow. */
  FloatBuffer ofSize(int size) {
    if (floats.capacity() < size) {
      close();
      bytes = pool.take(Math.multiplyExact(size, Float.BYTES));
      floats = bytes.asFloatBuffer();
    }
    return floats;
  }

  /** Gives the memory back; nothing may read or write it any more. */
  @Override
  public void close() {
    if (bytes.capacity() > 0) {
      pool.give(bytes);
      bytes = NONE;
      floats = NONE.asFloatBuffer();
    }
  }
}
