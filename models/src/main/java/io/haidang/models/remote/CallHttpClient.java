package io.haidang.models.remote;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import io.haidang.models.CallContext;
import io.haidang.models.ModelDescriptor.Locality;
import io.haidang.models.remote.HttpFault.Kind;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The lowest seam: every byte that leaves for a provider goes through here. Lives for one call.
 * Unlike the library's own client it bounds the time for the whole answer and its size, can be
 * cancelled, keeps {@code Retry-After}, and opens no connection for texts that may not leave.
 */
final class CallHttpClient implements HttpClient {

  private static final int MAX_ANSWER_BYTES = 1 << 20;
  private static final long POLL_MILLIS = 20;

  private final java.net.http.HttpClient client;
  private final Duration timeout;
  private final CallContext call;
  private final Clock clock;

  CallHttpClient(java.net.http.HttpClient client, Duration timeout, CallContext call, Clock clock) {
    this.client = client;
    this.timeout = timeout;
    this.call = call;
    this.clock = clock;
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    if (call.reach() != Locality.REMOTE) {
      throw new IllegalStateException("reach: " + call.reach() + " (expected: REMOTE)");
    }
    HttpResponse<byte[]> answer = await(client.sendAsync(jdkRequest(request), limited()));
    if (answer.statusCode() < 200 || answer.statusCode() > 299) {
      throw HttpFault.status(
          answer.statusCode(),
          answer
              .headers()
              .firstValue("retry-after")
              .map(value -> RetryAfter.parse(value, clock))
              .orElse(null));
    }
    if (RefusalSigns.in(answer.body())) {
      throw HttpFault.of(Kind.REFUSAL);
    }
    return SuccessfulHttpResponse.builder()
        .statusCode(answer.statusCode())
        .headers(answer.headers().map())
        .body(answer.body())
        .build();
  }

  private static HttpResponse.BodyHandler<byte[]> limited() {
    return head -> new LimitedBody(MAX_ANSWER_BYTES);
  }

  private static java.net.http.HttpRequest jdkRequest(HttpRequest request) {
    java.net.http.HttpRequest.Builder builder =
        java.net.http.HttpRequest.newBuilder(URI.create(request.url()));
    request
        .headers()
        .forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
    return builder.method(request.method().name(), BodyPublishers.ofString(request.body())).build();
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

  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    throw new UnsupportedOperationException("streaming: asked for (expected: whole answers)");
  }
}
