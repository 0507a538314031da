package io.haidang.bench.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    return send(request(path).build());
  }

  Answer post(String path, Map<String, ?> body) throws InterruptedException {
    return send(sending(path).POST(BodyPublishers.ofString(text(body))).build());
  }

  /** One that may be repeated under its key. */
  Answer post(String path, Map<String, ?> body, String idempotencyKey) throws InterruptedException {
    return send(
        sending(path)
            .header("Idempotency-Key", idempotencyKey)
            .POST(BodyPublishers.ofString(text(body)))
            .build());
  }

  Answer put(String path, Map<String, ?> body) throws InterruptedException {
    return send(sending(path).PUT(BodyPublishers.ofString(text(body))).build());
  }

  private HttpRequest.Builder sending(String path) {
    return request(path).header("Content-Type", "application/json");
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

  private static Answer send(HttpRequest request) throws InterruptedException {
    try {
      HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body());
    } catch (IOException e) {
      return new Answer(0, "");
    }
  }
}
