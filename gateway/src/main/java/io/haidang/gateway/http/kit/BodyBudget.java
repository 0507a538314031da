package io.haidang.gateway.http.kit;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How many bytes of bodies may be in memory at a time, over all connections.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use.
 */
public final class BodyBudget {

  private final long most;
  private final AtomicLong taken = new AtomicLong();

  /**
   * Nothing is taken yet.
   *
   * @param most bytes, 1 or more
   */
  public BodyBudget(long most) {
    if (most < 1) {
      throw new IllegalArgumentException("bytes: " + most + " (expected: 1 or more)");
    }
    this.most = most;
  }

  /** A quarter of the heap: a body is in memory a second time while it is worked on. */
  public static BodyBudget ofHeap() {
    return new BodyBudget(Runtime.getRuntime().maxMemory() / 4);
  }

  /** Takes some bytes, or none of them and says false. */
  boolean take(long bytes) {
    if (taken.addAndGet(bytes) <= most) {
      return true;
    }
    taken.addAndGet(-bytes);
    return false;
  }

  void give(long bytes) {
    taken.addAndGet(-bytes);
  }

  /** Whether a body of that length would find room now. */
  boolean hasRoom(long bytes) {
    return taken.get() + bytes <= most;
  }

  /** Bytes in memory now. */
  public long taken() {
    return taken.get();
  }
}
