package io.haidang.gateway.http.deepl.kit;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;

/** Finds the key of a request: in the header, or as {@code auth_key} in query or body. */
final class KeyReader {

  private static final String PARAMETER = "auth_key";

  /** As clients of the dialect write it, and as our own API wants it. */
  private static final List<String> SCHEMES = List.of("DeepL-Auth-Key ", "Bearer ");

  private KeyReader() {}

  /** A key, right or wrong; empty when there is none. */
  static Optional<String> read(RoutingContext request, Parameters parameters) {
    String header = request.request().getHeader("Authorization");
    return header == null
        ? parameters.text(PARAMETER).filter(key -> !key.isBlank())
        : SCHEMES.stream()
            .filter(scheme -> header.regionMatches(true, 0, scheme, 0, scheme.length()))
            .findFirst()
            .map(scheme -> header.substring(scheme.length()).strip())
            .filter(key -> !key.isEmpty());
  }
}
