package io.haidang.gateway.http;

import io.haidang.gateway.http.kit.RequestListener;
import io.haidang.gateway.traces.Attribute;
import io.haidang.gateway.traces.Span;
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

  /** From here on it is the server that failed. */
  private static final int FAULT = 500;

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

  void answered(RoutingContext request, Span span, long nanos) {
    HttpMethod asked = request.request().method();
    String method = METHODS.contains(asked) ? asked.name() : "OTHER";
    String route = template(request);
    int status = request.response().getStatusCode();
    listener.answered(route, method, status, nanos);
    span.named(method, route)
        .put(Attribute.METHOD, method)
        .put(Attribute.ROUTE, route)
        .put(Attribute.STATUS, status);
    if (status >= FAULT) {
      span.failed(Integer.toString(status));
    }
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
