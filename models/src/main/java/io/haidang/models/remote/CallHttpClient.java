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

/**
 * The seam through which every text leaves for a provider. Lives for one call. Unlike the library's
 * own client it bounds the time for the whole answer and its size, can be cancelled, keeps {@code
 * Retry-After}, and opens no connection for texts that may not leave.
 */
final class CallHttpClient implements HttpClient {

  private static final int MAX_ANSWER_BYTES = 1 << 20;

  private final BoundedExchange exchange;

  CallHttpClient(java.net.http.HttpClient client, Duration timeout, CallContext call, Clock clock) {
    this.exchange = new BoundedExchange(client, timeout, MAX_ANSWER_BYTES, call, clock);
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    if (exchange.call().reach() != Locality.REMOTE) {
      throw new IllegalStateException("reach: " + exchange.call().reach() + " (expected: REMOTE)");
    }
    HttpResponse<byte[]> answer = exchange.send(jdkRequest(request));
    if (RefusalSigns.in(answer.body())) {
      throw HttpFault.of(Kind.REFUSAL);
    }
    return SuccessfulHttpResponse.builder()
        .statusCode(answer.statusCode())
        .headers(answer.headers().map())
        .body(answer.body())
        .build();
  }

  private static java.net.http.HttpRequest jdkRequest(HttpRequest request) {
    java.net.http.HttpRequest.Builder builder =
        java.net.http.HttpRequest.newBuilder(URI.create(request.url()));
    request
        .headers()
        .forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
    return builder.method(request.method().name(), BodyPublishers.ofString(request.body())).build();
  }

  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    throw new UnsupportedOperationException("streaming: asked for (expected: whole answers)");
  }
}
