package io.haidang.models.remote;

import io.haidang.models.CallContext;
import io.haidang.models.remote.HttpFault.Kind;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One request and its answer, of which time and size are bounded as a whole. Can be cancelled.
 *
 * @param timeout for the whole answer
 * @param maxBytes of the answer's body
 */
record BoundedExchange(
    HttpClient client, Duration timeout, int maxBytes, CallContext call, Clock clock) {

  private static final long POLL_MILLIS = 20;

  /**
   * The answer to a request, which is a good one.
   *
   * @throws HttpFault when there is none
   */
  HttpResponse<byte[]> send(HttpRequest request) {
    HttpResponse<byte[]> answer =
        await(client.sendAsync(request, head -> new LimitedBody(maxBytes)));
    if (answer.statusCode() < 200 || answer.statusCode() > 299) {
      throw HttpFault.status(
          answer.statusCode(),
          answer
              .headers()
              .firstValue("retry-after")
              .map(value -> RetryAfter.parse(value, clock))
              .orElse(null));
    }
    return answer;
  }

  private <T> T await(CompletableFuture<T> answer) {
    long start = System.nanoTime();
    try {
      while (true) {
        try {
          return answer.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          giveUpIfNeeded(System.nanoTime() - start);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw HttpFault.of(Kind.CANCELLED);
    } catch (ExecutionException e) {
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      throw cause instanceof HttpFault fault ? fault : HttpFault.broken(cause);
    } finally {
      answer.cancel(true); // Closes the connection of a call that was given up.
    }
  }

  private void giveUpIfNeeded(long waitedNanos) {
    if (call.cancellation().isCancelled()) {
      throw HttpFault.of(Kind.CANCELLED);
    }
    if (call.deadline().isPassed() || waitedNanos > timeout.toNanos()) {
      throw HttpFault.of(Kind.TIMEOUT);
    }
  }
}
