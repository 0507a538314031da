package io.haidang.gateway.functional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;

/** The public API as one account sees it. */
final class ApiClient {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI api;
  private final String key;

  ApiClient(String address, String key) {
    this.api = URI.create(address + "/api/v1/");
    this.key = key;
  }

  JsonNode get(String path) {
    return send(request(path).GET().build());
  }

  /** Hands in a Vietnamese text to be translated into English. */
  JsonNode submit(String text) {
    Map<String, ?> draft =
        Map.of(
            "title", "Draft",
            "format", "plain",
            "content", text,
            "sourceLanguage", "vi",
            "targetLanguages", List.of("en"));
    return send(
        request("drafts")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.valueToTree(draft).toString()))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(api.resolve(path)).header("Authorization", "Bearer " + key);
  }

  private JsonNode send(HttpRequest request) {
    try {
      return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
