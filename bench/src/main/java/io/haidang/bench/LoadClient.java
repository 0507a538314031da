package io.haidang.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;

/** A program with a key. Safe for concurrent use. */
final class LoadClient {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String address;
  private final String key;

  LoadClient(String address, String key) {
    this.address = address + "/api/v1/";
    this.key = key;
  }

  /** Has a sentence translated and returns the status. */
  int translate(String text, LocalDate date) {
    String body =
        "{\"text\":\"%s\",\"sourceLanguage\":\"vi\",\"targetLanguage\":\"en\",\"textDate\":\"%s\",\"deadlineMillis\":30000}"
            .formatted(text.replace("\\", "\\\\").replace("\"", "\\\""), date);
    return send(
        request("translations")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  /** Asks whose key it is, and returns how long the answer took, in nanoseconds. */
  long me() {
    long start = System.nanoTime();
    send(request("me").build());
    return System.nanoTime() - start;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .header("Authorization", "Bearer " + key);
  }

  private static int send(HttpRequest request) {
    try {
      return HTTP.send(request, BodyHandlers.ofByteArray()).statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
