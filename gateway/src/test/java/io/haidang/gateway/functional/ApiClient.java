package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The public API as one account sees it. */
final class ApiClient {

  /** Escapes are the only way to send half a character. */
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final URI api;
  private final @Nullable String key;
  private final Consumer<Answer> check;
  private final Map<String, String> headers;

  ApiClient(String address, String key) {
    this(address, key, answer -> {});
  }

  /**
   * A client.
   *
   * @param key null to send none
   * @param check sees every answer
   */
  ApiClient(String address, @Nullable String key, Consumer<Answer> check) {
    this(URI.create(address + "/api/v1/"), key, check, Map.of());
  }

  private ApiClient(
      URI api, @Nullable String key, Consumer<Answer> check, Map<String, String> headers) {
    this.api = api;
    this.key = key;
    this.check = check;
    this.headers = headers;
  }

  /** The same at another node. */
  ApiClient at(String address) {
    return new ApiClient(URI.create(address + "/api/v1/"), key, check, headers);
  }

  /** The same with another header, and no others. */
  ApiClient with(String header, String value) {
    return new ApiClient(api, key, check, Map.of(header, value));
  }

  /** The answer to a request that must be granted. */
  JsonNode get(String path) {
    return granted(send("GET", path, null, BodyPublishers.noBody()));
  }

  /** The answer to a request that must be granted. */
  JsonNode post(String path, Map<String, ?> body) {
    return granted(tryPost(path, body));
  }

  Answer tryGet(String path) {
    return send("GET", path, null, BodyPublishers.noBody());
  }

  Answer tryPost(String path, Map<String, ?> body) {
    return send("POST", path, "application/json", BodyPublishers.ofString(text(body)));
  }

  Answer tryPut(String path, Map<String, ?> body) {
    return send("PUT", path, "application/json", BodyPublishers.ofString(text(body)));
  }

  Answer tryDelete(String path) {
    return send("DELETE", path, null, BodyPublishers.noBody());
  }

  /** Proposes to take a new official name in; returns the proposal. */
  JsonNode proposeName(String id, String vietnamese, String english) {
    return post(
        "glossaries/official/proposals",
        Map.of("kind", "create", "concept", name(id, vietnamese, english)));
  }

  /** A concept with a preferred term in both languages. */
  static Map<String, Object> name(String id, String vietnamese, String english) {
    return Map.of(
        "id",
        id,
        "terms",
        List.of(
            Map.of("language", "vi", "text", vietnamese),
            Map.of("language", "en", "text", english)));
  }

  /** Decides on some proposals. */
  Answer tryDecideOn(String decision, String comment, String... proposals) {
    return tryPost(
        "glossaries/official/decisions",
        Map.of("decision", decision, "comment", comment, "proposals", List.of(proposals)));
  }

  /** Hands in a Vietnamese text to be translated into English. */
  JsonNode submit(String text) {
    return granted(trySubmit(text, Map.of()));
  }

  /**
   * Hands in a plain Vietnamese text.
   *
   * @param changes members that replace the usual ones
   */
  Answer trySubmit(String text, Map<String, ?> changes) {
    Map<String, Object> draft = new LinkedHashMap<>();
    draft.put("title", "Draft");
    draft.put("format", "plain");
    draft.put("content", text);
    draft.put("sourceLanguage", "vi");
    draft.put("targetLanguages", List.of("en"));
    draft.put("sensitivity", "public");
    draft.putAll(changes);
    return tryPost("drafts", draft);
  }

  /** Replaces the text of a segment. */
  Answer tryEdit(String target, int index, int version, String text) {
    return tryPut(
        "targets/" + target + "/segments/" + index, Map.of("version", version, "text", text));
  }

  /** Decides on the version that the target has now. */
  Answer tryDecide(String target, String decision, Map<String, ?> more) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("decision", decision);
    body.put("version", get("targets/" + target).path("version").asInt());
    body.putAll(more);
    return tryPost("targets/" + target + "/decisions", body);
  }

  /** Accepts each error at its segment, and approves with a comment. */
  Answer tryApprove(String target) {
    for (JsonNode segment : get("targets/" + target + "/segments").path("segments")) {
      for (JsonNode finding : segment.path("findings")) {
        if (finding.path("severity").asText().equals("error")) {
          String path =
              "targets/%s/segments/%d/findings/%s/ignore"
                  .formatted(target, segment.path("index").asInt(), finding.path("id").asText());
          tryPost(path, Map.of("reason", "Read and accepted."));
        }
      }
    }
    return tryDecide(target, "approve", Map.of("comment", "Read and accepted."));
  }

  /** Sends a form with a field {@code data} that is JSON, and files that have one name. */
  Answer tryForm(String path, Map<String, ?> data, Map<String, byte[]> files, String fileName) {
    ByteArrayOutputStream body = form(data);
    files.forEach((field, content) -> file(body, field, fileName, content));
    return sendForm(path, body);
  }

  /** The same with files in one field, by their names. */
  Answer tryFiles(String path, Map<String, ?> data, Map<String, byte[]> files) {
    ByteArrayOutputStream body = form(data);
    files.forEach((fileName, content) -> file(body, "file", fileName, content));
    return sendForm(path, body);
  }

  private static ByteArrayOutputStream form(Map<String, ?> data) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    part(body, "form-data; name=\"data\"", text(data).getBytes(StandardCharsets.UTF_8));
    return body;
  }

  private static void file(
      ByteArrayOutputStream body, String field, String fileName, byte[] content) {
    part(body, "form-data; name=\"" + field + "\"; filename=\"" + fileName + "\"", content);
  }

  private Answer sendForm(String path, ByteArrayOutputStream body) {
    body.writeBytes("--border--\r\n".getBytes(StandardCharsets.US_ASCII));
    return send(
        "POST",
        path,
        "multipart/form-data; boundary=border",
        BodyPublishers.ofByteArray(body.toByteArray()));
  }

  private static void part(ByteArrayOutputStream body, String disposition, byte[] content) {
    body.writeBytes(
        ("--border\r\nContent-Disposition: " + disposition + "\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
  }

  /** Sends anything; {@code contentType} may be null. */
  Answer send(String method, String path, @Nullable String contentType, BodyPublisher body) {
    HttpRequest.Builder request = HttpRequest.newBuilder(api.resolve(path)).method(method, body);
    if (contentType != null) {
      request.header("Content-Type", contentType);
    }
    if (key != null) {
      request.header("Authorization", "Bearer " + key);
    }
    headers.forEach(request::header);
    Answer answer = exchange(request.build());
    check.accept(answer);
    return answer;
  }

  private Answer exchange(HttpRequest request) {
    try {
      var response = HTTP.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Answer(
          request.method(),
          request.uri().getPath(),
          response.statusCode(),
          response.headers().map(),
          response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static String text(Map<String, ?> body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode granted(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isLessThan(300);
    return answer.json();
  }

  /** What came back. */
  record Answer(
      String method, String path, int status, Map<String, List<String>> headers, String body) {

    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new AssertionError("no JSON: " + body, e);
      }
    }

    /** First value of a header, empty when it is not there. */
    String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of("")).get(0);
    }

    String code() {
      return json().path("code").asText();
    }
  }
}
