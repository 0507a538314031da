package io.haidang.gateway.clientdocs;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets who asks for a document wait a moment for this node to finish it. Clients ask at once after
 * they have handed one in, and then again after five seconds; a short one is done in between.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use.
 */
public final class DocumentSignals {

  private final Cache<UUID, CountDownLatch> latches =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofMinutes(1)).build();

  /** Notes that nothing more will happen to a document. */
  void finished(UUID document) {
    latch(document).countDown();
  }

  private CountDownLatch latch(UUID document) {
    return latches.get(document, id -> new CountDownLatch(1));
  }

  /** Waits until a document is finished, no longer than {@code patience}. */
  void await(UUID document, Duration patience) {
    try {
      latch(document).await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
