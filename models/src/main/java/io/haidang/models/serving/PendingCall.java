package io.haidang.models.serving;

import io.haidang.models.CallContext;
import io.haidang.models.Generation;
import io.haidang.models.ModelException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A call whose outputs come in one by one. Safe for concurrent use. */
final class PendingCall {

  private final CallContext context;
  private final @Nullable Generation[] outputs;
  private final CountDownLatch settled = new CountDownLatch(1);
  private int missing;
  private @Nullable RuntimeException failure;

  PendingCall(CallContext context, int texts) {
    this.context = context;
    this.outputs = new Generation[texts];
    this.missing = texts;
  }

  CallContext.Priority priority() {
    return context.priority();
  }

  /** Whether anybody still waits for an output. */
  boolean wanted() {
    return settled.getCount() > 0
        && !context.cancellation().isCancelled()
        && !context.deadline().isPassed();
  }

  synchronized void put(int text, Generation output) {
    if (outputs[text] == null) {
      outputs[text] = output;
      missing--;
    }
    if (missing == 0) {
      settled.countDown();
    }
  }

  /** Ends the call; the first failure counts. */
  synchronized void fail(RuntimeException cause) {
    if (settled.getCount() > 0) {
      failure = cause;
      settled.countDown();
    }
  }

  /** Whether the call is over after at most this time. */
  boolean awaitMillis(long millis) {
    try {
      return settled.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ModelException.Cancelled();
    }
  }

  /** What came of a call that is over. */
  synchronized List<Generation> outcome() {
    if (failure != null) {
      throw failure;
    }
    return Arrays.stream(outputs).map(Objects::requireNonNull).toList();
  }
}
