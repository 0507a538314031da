package io.haidang.models.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Memory outside the heap that one batch after the other uses. What is dropped instead counts until
 * the next collection, which a small heap rarely asks for, and has to be zeroed anew each time.
 *
 * <p>Sizes are powers of two, so that what grows token by token grows seldom.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use.
 */
final class BufferPool {

  private static final int SMALLEST = 1 << 12;
  private static final int LARGEST = 1 << 30;

  private final long mostBytes;
  private final Map<Integer, Deque<ByteBuffer>> free = new HashMap<>();
  private long freeBytes;

  /**
   * An empty pool.
   *
   * @param mostBytes what it keeps for later; what is given back beyond it is left to the collector
   */
  BufferPool(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /**
   * A direct buffer in native order whose contents are whatever they are.
   *
   * @param bytes that it has room for, at least
   */
  ByteBuffer take(int bytes) {
    int size = size(bytes);
    synchronized (this) {
      Deque<ByteBuffer> same = free.get(size);
      if (same != null && !same.isEmpty()) {
        freeBytes -= size;
        return same.pop();
      }
    }
    return ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
  }

  /** Floats of zero outside the heap, not from a pool. */
  static FloatBuffer zeros(int size) {
    return ByteBuffer.allocateDirect(Math.multiplyExact(size, Float.BYTES))
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }

  private static int size(int bytes) {
    return bytes > LARGEST
        ? bytes
        : Math.max(SMALLEST, Integer.highestOneBit(Math.max(1, bytes - 1)) << 1);
  }

  /** Takes back what nobody reads or writes any more. */
  synchronized void give(ByteBuffer buffer) {
    if (freeBytes + buffer.capacity() <= mostBytes) {
      free.computeIfAbsent(buffer.capacity(), size -> new ArrayDeque<>()).push(buffer);
      freeBytes += buffer.capacity();
    }
  }
}
