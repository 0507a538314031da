package io.haidang.gateway.http.deepl.kit;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.http.kit.RequestBodies;
import io.haidang.gateway.http.kit.RequestBodies.FormFile;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A request with a good key, copied on the event loop so that a blocking thread may read it.
 *
 * @param account whose key it is
 * @param arrivedAt before it waited for a thread
 * @param path parameters of the path
 * @param parameters of query and body
 * @param files of a form, by the names of their fields
 * @param headers of the request
 */
public record DialectCall(
    Account account,
    Instant arrivedAt,
    Map<String, String> path,
    Parameters parameters,
    Map<String, FormFile> files,
    MultiMap headers) {

  /** Copies a request; what comes back may be called on any thread. */
  static Function<Account, DialectCall> copy(
      RoutingContext request, Parameters parameters, Instant arrivedAt) {
    Map<String, String> path = Map.copyOf(request.pathParams());
    Map<String, FormFile> files = RequestBodies.files(request);
    MultiMap headers = MultiMap.caseInsensitiveMultiMap().setAll(request.request().headers());
    return account -> new DialectCall(account, arrivedAt, path, parameters, files, headers);
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
