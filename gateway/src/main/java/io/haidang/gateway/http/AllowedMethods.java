package io.haidang.gateway.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code HEAD} as {@code GET}, whose content is then left out, and tells those who come
 * with another method which ones an address has (RFC 9110, sections 9.3.2 and 15.5.6).
 *
 * <p>Used on one event loop.
 */
final class AllowedMethods implements Handler<RoutingContext> {

  private static final int NOT_ALLOWED = 405;

  /** A part of a path that is a parameter, as the router and as the contract write it. */
  private static final Pattern PARAMETER = Pattern.compile(":[A-Za-z0-9_]+|\\{[^/}]+}");

  private final Router router;
  private final JsonObject paths;
  private final String prefix;
  private @Nullable List<Address> addresses;

  /**
   * Knows the addresses of a router, which may still get more, and of a contract.
   *
   * @param prefix before the paths of the contract
   */
  AllowedMethods(Router router, ApiContract contract, String prefix) {
    this.router = router;
    this.paths = contract.toJson().getJsonObject("paths");
    this.prefix = prefix;
  }

  private record Address(Pattern path, Set<String> methods) {

    private static Address of(String path, Set<String> methods) {
      StringBuilder pattern = new StringBuilder();
      int from = 0;
      for (var parameter = PARAMETER.matcher(path); parameter.find(); from = parameter.end()) {
        pattern.append(Pattern.quote(path.substring(from, parameter.start()))).append("[^/]+");
      }
      return new Address(
          Pattern.compile(pattern + Pattern.quote(path.substring(from)) + "/?"), methods);
    }
  }

  @Override
  public void handle(RoutingContext request) {
    if (request.request().method().equals(HttpMethod.HEAD)) {
      request.reroute(HttpMethod.GET, request.request().uri());
      return;
    }
    request.addHeadersEndHandler(
        sent -> {
          if (request.response().getStatusCode() == NOT_ALLOWED) {
            request.response().putHeader(HttpHeaders.ALLOW, allowed(request.request().path()));
          }
        });
    request.next();
  }

  private String allowed(String path) {
    Set<String> methods =
        addresses().stream()
            .filter(address -> address.path().matcher(path).matches())
            .flatMap(address -> address.methods().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    return String.join(", ", methods);
  }

  private List<Address> addresses() {
    List<Address> known = addresses;
    if (known == null) {
      known = new ArrayList<>();
      for (Route route : router.getRoutes()) {
        Set<HttpMethod> methods = route.methods();
        if (methods != null && route.getPath() != null) {
          known.add(
              Address.of(
                  route.getPath(),
                  methods.stream().map(HttpMethod::name).collect(Collectors.toSet())));
        }
      }
      for (String path : paths.fieldNames()) {
        known.add(Address.of(prefix + path, operations(paths.getJsonObject(path))));
      }
      addresses = known;
    }
    return known;
  }

  private static Set<String> operations(JsonObject path) {
    return path.fieldNames().stream()
        .filter(name -> path.getValue(name) instanceof JsonObject)
        .map(name -> name.toUpperCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }
}
