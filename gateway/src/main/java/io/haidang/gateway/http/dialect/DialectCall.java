package io.haidang.gateway.http.dialect;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.ApiKey;
import io.haidang.gateway.http.kit.Answers;
import io.haidang.gateway.http.kit.Entrance;
import io.haidang.gateway.http.kit.FormFiles;
import io.haidang.gateway.http.kit.RequestBodies;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A request with a good key, copied on the event loop so that a blocking thread may read it.
 *
 * @param key that came with it
 * @param arrivedAt before it waited for a thread
 * @param path parameters of the path
 * @param parameters of query and body
 * @param files of a form
 * @param headers of the request
 * @param secure whether the client speaks TLS
 */
public record DialectCall(
    ApiKey key,
    Instant arrivedAt,
    Map<String, String> path,
    Parameters parameters,
    FormFiles files,
    MultiMap headers,
    boolean secure) {

  /** Copies a request that {@link Entrance} has let in. */
  static DialectCall of(RoutingContext request, Instant arrivedAt) {
    return new DialectCall(
        Entrance.key(request),
        arrivedAt,
        Map.copyOf(request.pathParams()),
        RequestReader.read(request),
        RequestBodies.files(request),
        MultiMap.caseInsensitiveMultiMap().setAll(request.request().headers()),
        Answers.isPrivate(request));
  }

  /** For whom the program calls. */
  public Account account() {
    return key.account();
  }

  /** Of what was sent, in bytes, as far as that was announced. */
  int length() {
    return header("Content-Length").map(Integer::parseInt).orElse(0);
  }

  /** A parameter of the path, which always has it. */
  public String pathText(String name) {
    return path.getOrDefault(name, "");
  }

  /** A header, whatever the case of its name. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }
}
