package io.haidang.gateway.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The description of the API, and a page to read it and try it out (Swagger UI). Both need no key:
 * they say nothing of what the desk holds.
 */
final class DescriptionRoutes {

  private static final String WEBJAR = "/META-INF/resources/webjars/swagger-ui/5.34.1/";
  private static final String SCRIPT = "text/javascript; charset=utf-8";

  /** As everywhere, but that the style sheet of Swagger UI brings its pictures along. */
  private static final String POLICY =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";

  private DescriptionRoutes() {}

  static void add(Router router, ApiContract description) {
    file(router, "/api/v1/openapi.yaml", "application/yaml", description.toYaml());
    file(router, "/api/v1/openapi.json", "application/json", description.published().encode());
    Buffer page = read("/web/api-docs.html");
    router
        .get("/api/docs")
        .handler(
            request -> {
              request.response().putHeader("Content-Security-Policy", POLICY);
              send(request, "text/html; charset=utf-8", page);
            });
    part(router, "docs.js", SCRIPT, "/web/api-docs.js");
    part(router, "swagger-ui.css", "text/css; charset=utf-8", WEBJAR + "swagger-ui.css");
    part(router, "swagger-ui-bundle.js", SCRIPT, WEBJAR + "swagger-ui-bundle.js");
  }

  private static void file(Router router, String path, String mediaType, String content) {
    Buffer body = Buffer.buffer(content);
    router.get(path).handler(request -> send(request, mediaType, body));
  }

  /** A browser asks for these again after a day at the latest. */
  private static void part(Router router, String name, String mediaType, String resource) {
    Buffer body = read(resource);
    router
        .get("/api/docs/" + name)
        .handler(
            request -> {
              request.response().putHeader("Cache-Control", "public, max-age=86400");
              send(request, mediaType, body);
            });
  }

  private static void send(RoutingContext request, String mediaType, Buffer body) {
    request.response().putHeader("Content-Type", mediaType).end(body);
  }

  private static Buffer read(String resource) {
    try (InputStream content = DescriptionRoutes.class.getResourceAsStream(resource)) {
      if (content == null) {
        throw new IllegalStateException(resource + ": missing (expected: on the class path)");
      }
      return Buffer.buffer(content.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
