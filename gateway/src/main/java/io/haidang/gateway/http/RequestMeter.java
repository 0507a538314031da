package io.haidang.gateway.http;

import io.haidang.gateway.http.kit.RequestListener;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;

/**
 * Tells of requests by the template of their route, never by their path: a path holds ids and file
 * names, and there is no end to them. Immutable.
 */
final class RequestMeter {

  private static final String UNMATCHED = "unmatched";

  private static final Set<HttpMethod> METHODS =
      Set.of(
          HttpMethod.GET,
          HttpMethod.HEAD,
          HttpMethod.POST,
          HttpMethod.PUT,
          HttpMethod.PATCH,
          HttpMethod.DELETE,
          HttpMethod.OPTIONS);

  private final RequestListener listener;

  RequestMeter(RequestListener listener) {
    this.listener = listener;
  }

  void answered(RoutingContext request, long nanos) {
    HttpMethod method = request.request().method();
    listener.answered(
        template(request),
        METHODS.contains(method) ? method.name() : "OTHER",
        request.response().getStatusCode(),
        nanos);
  }

  private static String template(RoutingContext request) {
    String known = request.get(RequestListener.TEMPLATE);
    return known == null ? path(request) : known;
  }

  /** Of pages and dialects; of the API only what was refused before it came to an operation. */
  private static String path(RoutingContext request) {
    Route route = request.currentRoute();
    String path = route == null ? null : route.getPath();
    return path == null ? UNMATCHED : path;
  }
}
