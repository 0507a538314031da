package io.haidang.gateway.http.dialect;

import io.haidang.gateway.http.kit.RequestBodies;
import io.haidang.translation.document.SegmentedDocument;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;

/** Reads the parameters of a request from its query and its body, which goes first. */
final class RequestReader {

  private RequestReader() {}

  /**
   * All parameters of a request whose body has been read.
   *
   * @throws DialectException with status 400 or 415
   * @throws io.haidang.translation.document.DocumentException when JSON is not UTF-8
   */
  static Parameters read(RoutingContext request) {
    JsonObject tree = tree(request.queryParams());
    return new Parameters(tree.mergeIn(body(request)));
  }

  /** The parameters of query and path of a request without a body. */
  static Parameters open(RoutingContext request) {
    JsonObject tree = tree(request.queryParams());
    request.pathParams().forEach(tree::put);
    return new Parameters(tree);
  }

  private static JsonObject body(RoutingContext request) {
    Buffer body = request.body() == null ? null : request.body().buffer();
    if (isFormType(request) || RequestBodies.isForm(request)) {
      return tree(request.request().formAttributes());
    }
    return body == null || body.length() == 0 ? new JsonObject() : json(request, body);
  }

  private static boolean isFormType(RoutingContext request) {
    return type(request).startsWith("application/x-www-form-urlencoded");
  }

  private static String type(RoutingContext request) {
    String type = request.request().getHeader("Content-Type");
    return type == null ? "" : type.toLowerCase(Locale.ROOT);
  }

  private static JsonObject json(RoutingContext request, Buffer body) {
    if (!type(request).startsWith("application/json")) {
      throw DialectException.of(
          415, "Content-Type not supported (expected: JSON, a form, or a form with files)");
    }
    try {
      return new JsonObject(SegmentedDocument.decode(body.getBytes()));
    } catch (DecodeException e) {
      throw DialectException.badRequest("Bad request. Reason: the body is not a JSON object.");
    }
  }

  private static JsonObject tree(MultiMap fields) {
    FormTree tree = new FormTree();
    fields.forEach(field -> tree.add(field.getKey(), field.getValue()));
    return tree.toJson();
  }
}
