package io.haidang.gateway.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;

/** The description of the API, which needs no key: it says nothing of what the desk holds. */
final class DescriptionRoutes {

  private DescriptionRoutes() {}

  static void add(Router router, ApiContract description) {
    file(router, "/api/v1/openapi.yaml", "application/yaml", description.toYaml());
    file(router, "/api/v1/openapi.json", "application/json", description.toJson().encode());
  }

  private static void file(Router router, String path, String mediaType, String content) {
    Buffer body = Buffer.buffer(content);
    router
        .get(path)
        .handler(request -> request.response().putHeader("Content-Type", mediaType).end(body));
  }
}
