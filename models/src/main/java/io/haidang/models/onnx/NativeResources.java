package io.haidang.models.onnx;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts what this process holds of ONNX Runtime's memory, and the time spent inside it.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use.
 */
public final class NativeResources {

  static final AtomicLong SESSIONS = new AtomicLong();
  static final AtomicLong TENSORS = new AtomicLong();
  static final AtomicLong RESULTS = new AtomicLong();
  static final AtomicLong RUN_NANOS = new AtomicLong();

  private NativeResources() {}

  /** What is open at one moment. */
  public record Open(long sessions, long tensors, long results) {

    /** Whether nothing is. */
    public boolean none() {
      return sessions == 0 && tensors == 0 && results == 0;
    }
  }

  /** What is open now. */
  public static Open open() {
    return new Open(SESSIONS.get(), TENSORS.get(), RESULTS.get());
  }

  /** Nanoseconds spent inside ONNX Runtime since the process started, summed over threads. */
  public static long runNanos() {
    return RUN_NANOS.get();
  }
}
