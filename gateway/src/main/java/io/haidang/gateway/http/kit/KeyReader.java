package io.haidang.gateway.http.kit;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;

/**
 * Where a program puts its key. Immutable.
 *
 * @param schemes of the header {@code Authorization}, such as {@code Bearer}
 * @param fields of the query, of a form or of JSON, as clients of other services send it; a body is
 *     read for it only when there are any, and only a short one
 */
public record KeyReader(List<String> schemes, List<String> fields) {

  /** Our own API: a header, nothing else. */
  public static final KeyReader BEARER = new KeyReader(List.of("Bearer"), List.of());

  public KeyReader {
    schemes = List.copyOf(schemes);
    fields = List.copyOf(fields);
  }

  /** The key of the header or, failing that, of the query. */
  Optional<String> head(RoutingContext request) {
    String header = request.request().getHeader("Authorization");
    return header == null ? field(request.queryParams()) : scheme(header);
  }

  private Optional<String> scheme(String header) {
    return schemes.stream()
        .filter(scheme -> header.regionMatches(true, 0, scheme + " ", 0, scheme.length() + 1))
        .map(scheme -> header.substring(scheme.length() + 1).strip())
        .findFirst();
  }

  /** Whether it is worth reading a body for a key. */
  boolean readsBodies() {
    return !fields.isEmpty();
  }

  /** The key of a body that has been read. */
  Optional<String> body(RoutingContext request) {
    Optional<String> field = field(request.request().formAttributes());
    return field.isPresent() ? field : json(request.body().buffer());
  }

  private Optional<String> json(Buffer body) {
    if (body == null || body.length() == 0 || body.getByte(0) != '{') {
      return Optional.empty();
    }
    try {
      JsonObject json = body.toJsonObject();
      return fields.stream().map(json::getString).filter(key -> key != null).findFirst();
    } catch (DecodeException | ClassCastException e) {
      return Optional.empty(); // A body that is no JSON has no key.
    }
  }

  private Optional<String> field(MultiMap values) {
    return fields.stream().map(values::get).filter(key -> key != null).findFirst();
  }
}
