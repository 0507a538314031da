package io.haidang.models.remote;

import io.haidang.models.CallContext;
import io.haidang.models.ModelException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets so many calls to a provider be under way at a time; the others wait in the order of their
 * coming, as long as they are wanted.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> {@link #during} waits.
 */
final class CallSlots {

  /** How often somebody who waits looks whether the call is still wanted. */
  private static final long LOOK_MILLIS = 50;

  private final Semaphore free;

  CallSlots(int slots) {
    free = new Semaphore(slots, true);
  }

  /** Runs {@code work} once a slot is free. */
  <T> T during(CallContext call, Supplier<T> work) {
    take(call);
    try {
      return work.get();
    } finally {
      free.release();
    }
  }

  private void take(CallContext call) {
    try {
      do {
        call.check();
      } while (!free.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ModelException.Cancelled();
    }
  }
}
