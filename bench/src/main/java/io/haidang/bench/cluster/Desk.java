package io.haidang.bench.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The desk as one account sees it, at whichever gateway answers. Safe for concurrent use. */
final class Desk {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final List<URI> gateways;
  private final String key;
  private final AtomicInteger turn = new AtomicInteger();

  Desk(List<URI> gateways, String key) {
    this.gateways = gateways;
    this.key = key;
  }

  /**
   * What came of a request.
   *
   * @param status 0 when nobody knows whether it arrived
   */
  record Answer(int status, String body) {

    boolean isGood() {
      return status >= 200 && status < 300;
    }

    /** Whether it may have been done although that was not said. */
    boolean isUnknown() {
      return status == 0 || status >= 500;
    }

    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  Answer get(String path) throws InterruptedException {
    return send(path, request -> {});
  }

  Answer post(String path, Map<String, ?> body) throws InterruptedException {
    return send(path, request -> json(request).POST(BodyPublishers.ofString(text(body))));
  }

  /** One that may be repeated under its key. */
  Answer post(String path, Map<String, ?> body, String idempotencyKey) throws InterruptedException {
    return send(
        path,
        request ->
            json(request)
                .header("Idempotency-Key", idempotencyKey)
                .POST(BodyPublishers.ofString(text(body))));
  }

  Answer put(String path, Map<String, ?> body) throws InterruptedException {
    return send(path, request -> json(request).PUT(BodyPublishers.ofString(text(body))));
  }

  private static HttpRequest.Builder json(HttpRequest.Builder request) {
    return request.header("Content-Type", "application/json");
  }

  private HttpRequest.Builder request(String path) {
    URI gateway = gateways.get(Math.floorMod(turn.getAndIncrement(), gateways.size()));
    return HttpRequest.newBuilder(gateway.resolve("/api/v1/" + path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + key);
  }

  private static String text(Map<String, ?> body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Goes to the next gateway when one does not listen, as a proxy would. */
  private Answer send(String path, Consumer<HttpRequest.Builder> fill) throws InterruptedException {
    for (int i = 0; i < gateways.size(); i++) {
      HttpRequest.Builder request = request(path);
      fill.accept(request);
      try {
        HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body());
      } catch (ConnectException e) {
        // Nothing was sent; the next one may listen.
      } catch (IOException e) {
        break;
      }
    }
    return new Answer(0, "");
  }
}
