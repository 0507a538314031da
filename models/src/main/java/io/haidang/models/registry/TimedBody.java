package io.haidang.models.registry;

import io.haidang.models.ModelException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The body of a response, which fails when it stops coming: the HTTP client bounds only the time
 * until the body begins. One thread reads it.
 */
final class TimedBody implements Subscriber<List<ByteBuffer>>, AutoCloseable {

  /** What the client has sent on: bytes, or the end, with the fault that made it one. */
  private record Signal(List<ByteBuffer> bytes, boolean end, @Nullable Throwable fault) {}

  private final Duration patience;
  private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
  private final Deque<ByteBuffer> arrived = new ArrayDeque<>();
  private @Nullable Subscription subscription;

  private TimedBody(Duration patience) {
    this.patience = patience;
  }

  static TimedBody of(Publisher<List<ByteBuffer>> body, Duration patience) {
    TimedBody timed = new TimedBody(patience);
    body.subscribe(timed);
    return timed;
  }

  /**
   * The next bytes; null at the end.
   *
   * @throws IOException when the connection broke, or nothing came for too long
   */
  @Nullable ByteBuffer next() throws IOException {
    while (arrived.isEmpty()) {
      Signal signal = await();
      if (signal.fault() != null) {
        throw new IOException(signal.fault().getMessage(), signal.fault());
      }
      if (signal.end()) {
        signals.add(signal);
        return null;
      }
      arrived.addAll(signal.bytes());
      request();
    }
    return arrived.poll();
  }

  private Signal await() throws IOException {
    try {
      Signal signal = signals.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
      if (signal == null) {
        throw new IOException("nothing came for " + patience.toMillis() + " ms");
      }
      return signal;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ModelException.Cancelled();
    }
  }

  @Override
  public synchronized void onSubscribe(Subscription made) {
    subscription = made;
    made.request(1);
  }

  private synchronized void request() {
    if (subscription != null) {
      subscription.request(1);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> bytes) {
    signals.add(new Signal(bytes, false, null));
  }

  @Override
  public void onError(Throwable fault) {
    signals.add(new Signal(List.of(), true, fault));
  }

  @Override
  public void onComplete() {
    signals.add(new Signal(List.of(), true, null));
  }

  /** Hangs up unless all has come. */
  @Override
  public synchronized void close() {
    if (subscription != null) {
      subscription.cancel();
    }
  }
}
