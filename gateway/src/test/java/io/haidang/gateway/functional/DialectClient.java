package io.haidang.gateway.functional;

import io.haidang.gateway.functional.ApiClient.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sends anything to the dialects of the API, well formed or not. */
final class DialectClient {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static final String BOUNDARY = "haidang-boundary";

  /** The type of a form with a file. */
  static final String FORM = "multipart/form-data; boundary=" + BOUNDARY;

  private final String address;
  private final List<String> headers;

  /**
   * A client.
   *
   * @param headers names and values in turn
   */
  DialectClient(String address, String... headers) {
    this.address = address;
    this.headers = List.of(headers);
  }

  /** One that sends a key as clients of DeepL do. */
  static DialectClient deepl(RunningGateway gateway, String login) {
    String key = gateway.gateway().accounts().createApiKey(gateway.first(login).id(), "dialect");
    return new DialectClient(gateway.address(), "Authorization", "DeepL-Auth-Key " + key);
  }

  /** The same with one more header. */
  DialectClient with(String name, String value) {
    List<String> more = new ArrayList<>(headers);
    more.addAll(List.of(name, value));
    return new DialectClient(address, more.toArray(String[]::new));
  }

  Answer get(String path) {
    return send("GET", path, "", "");
  }

  /** Fields of a form, names and values in turn. */
  Answer form(String path, String... fields) {
    return send("POST", path, "application/x-www-form-urlencoded", encoded(fields));
  }

  Answer json(String path, String body) {
    return send("POST", path, "application/json", body);
  }

  /** A form with a file, and fields: names and values in turn; of type {@link #FORM}. */
  static String file(String name, String content, String... fields) {
    StringBuilder form = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      part(form, "name=\"" + fields[i] + "\"", fields[i + 1]);
    }
    part(form, "name=\"file\"; filename=\"" + name + "\"", content);
    return form.append("--").append(BOUNDARY).append("--\r\n").toString();
  }

  private static void part(StringBuilder form, String disposition, String content) {
    form.append("--").append(BOUNDARY).append("\r\nContent-Disposition: form-data; ");
    form.append(disposition).append("\r\n\r\n").append(content).append("\r\n");
  }

  static String encoded(String... fields) {
    return IntStream.range(0, fields.length / 2)
        .mapToObj(i -> encode(fields[2 * i]) + "=" + encode(fields[2 * i + 1]))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Sends {@code body}; an empty type sends none. */
  Answer send(String method, String path, String type, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .method(method, BodyPublishers.ofString(body));
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    for (int i = 0; i < headers.size(); i += 2) {
      request.header(headers.get(i), headers.get(i + 1));
    }
    try {
      var response = HTTP.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Answer(
          method, path, response.statusCode(), response.headers().map(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
