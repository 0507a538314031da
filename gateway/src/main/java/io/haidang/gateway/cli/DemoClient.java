package io.haidang.gateway.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Talks to the public HTTP API as one account, the way a CMS would.
 *
 * <p><b>Blocking:</b> every call waits for the answer.
 */
final class DemoClient {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long POLL_MILLIS = 250;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI api;
  private final String key;

  DemoClient(String address, String key) {
    this.api = URI.create(address + "/api/v1/");
    this.key = key;
  }

  JsonNode get(String path) {
    return json(send(request(path).GET().build()));
  }

  byte[] getFile(String path) {
    return file(request(path).GET().build());
  }

  JsonNode post(String path, Map<String, ?> body) {
    return json(postRaw(path, body));
  }

  /** Sends a file with what is to be said about it, as a form does. */
  JsonNode postFile(String path, Map<String, ?> data, String fileName, byte[] content) {
    String boundary = "haidang-" + UUID.randomUUID();
    String head =
        "--%1$s\r\nContent-Disposition: form-data; name=\"data\"\r\n\r\n%2$s\r\n--%1$s\r\n"
                .formatted(boundary, written(data))
            + "Content-Disposition: form-data; name=\"file\"; filename=\""
            + fileName
            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
    List<byte[]> body = List.of(utf8(head), content, utf8("\r\n--" + boundary + "--\r\n"));
    return json(
        send(
            request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArrays(body))
                .build()));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A file that the server answers with. */
  byte[] postForFile(String path) {
    return file(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{}"))
            .build());
  }

  private byte[] file(HttpRequest request) {
    HttpResponse<byte[]> answer = send(request, BodyHandlers.ofByteArray());
    if (answer.statusCode() >= 400) {
      throw refusal(parse(new String(answer.body(), StandardCharsets.UTF_8)));
    }
    return answer.body();
  }

  /** Before the server is asked again how far it is. */
  static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure("interrupted");
    }
  }

  /** The answer as it comes, a refusal included. */
  HttpResponse<String> postRaw(String path, Map<String, ?> body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(written(body)))
            .build());
  }

  private static String written(Map<String, ?> values) {
    try {
      return JSON.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of plain values cannot be written", e);
    }
  }

  static JsonNode parse(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new CommandFailure("the server's answer is not JSON");
    }
  }

  private JsonNode json(HttpResponse<String> response) {
    JsonNode body = parse(response.body());
    if (response.statusCode() >= 400) {
      throw refusal(body);
    }
    return body;
  }

  private static CommandFailure refusal(JsonNode problem) {
    return new CommandFailure(
        problem.path("code").asText() + ": " + problem.path("detail").asText());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(api.resolve(path))
        .timeout(Duration.ofMinutes(1))
        .header("Authorization", "Bearer " + key);
  }

  private HttpResponse<String> send(HttpRequest request) {
    return send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> answer) {
    try {
      return http.send(request, answer);
    } catch (IOException e) {
      throw new CommandFailure("no answer from " + request.uri() + ": " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure("interrupted");
    }
  }
}
