package io.haidang.gateway.http.libre;

import io.haidang.gateway.http.dialect.Dialect;
import io.haidang.gateway.http.kit.DialectRouter;
import io.haidang.gateway.http.kit.KeyReader;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;

/** The addresses of the dialect. */
public final class LibreRoutes {

  /** Where they always are. */
  public static final String PREFIX = "/libretranslate";

  private static final KeyReader KEYS =
      new KeyReader(List.of("Bearer"), List.of("api_key", "apiKey"));

  /** By address; whatever else is asked of it is refused with the method that it takes. */
  private static final Map<String, HttpMethod> METHODS =
      Map.of(
          "/translate", HttpMethod.POST,
          "/detect", HttpMethod.POST,
          "/suggest", HttpMethod.POST,
          "/translate_file", HttpMethod.POST,
          "/download_file/:name", HttpMethod.GET,
          "/languages", HttpMethod.GET,
          "/frontend/settings", HttpMethod.GET,
          "/health", HttpMethod.GET,
          "/spec", HttpMethod.GET);

  private LibreRoutes() {}

  /**
   * Adds the dialect to a server.
   *
   * @param prefix of its addresses; empty for the root
   */
  public static void add(DialectRouter server, String prefix) {
    Router router = server.router();
    METHODS.keySet().forEach(path -> prepare(router, prefix + path));
    Dialect dialect = new Dialect(server, KEYS);
    LibreAddresses addresses = new LibreAddresses(dialect, prefix);
    TextOperations.add(addresses);
    LanguageOperations.add(addresses);
    FileOperations.add(addresses);
    ServerOperations.add(addresses);
    router.post(prefix + "/suggest").handler(LibreRoutes::refuseSuggestion);
    METHODS.forEach((path, method) -> close(router, prefix + path, method));
  }

  private static void prepare(Router router, String path) {
    router.route(path).handler(LibreRoutes::shareWithPages).failureHandler(LibreErrors::answer);
    router.options(path).handler(request -> request.response().setStatusCode(204).end());
  }

  /**
   * Scripts of any page may call, as they may there: what they need is in the request, not in a
   * cookie.
   */
  private static void shareWithPages(RoutingContext request) {
    request
        .response()
        .putHeader("Access-Control-Allow-Origin", "*")
        .putHeader("Access-Control-Allow-Headers", "Authorization, Content-Type")
        .putHeader("Access-Control-Allow-Methods", "GET, POST")
        .putHeader("Access-Control-Max-Age", "86400");
    request.next();
  }

  /** Corrections belong in the review, where it is on record who made and who approved them. */
  private static void refuseSuggestion(RoutingContext request) {
    LibreErrors.send(request.response(), 403, "Suggestions are disabled on this server.");
  }

  private static void close(Router router, String path, HttpMethod method) {
    router
        .route(path)
        .handler(
            request -> {
              request.response().putHeader("Allow", method + ", OPTIONS");
              LibreErrors.send(request.response(), 405, "Method not allowed");
            });
  }
}
