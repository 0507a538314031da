package io.haidang.gateway.functional;

import io.vertx.core.buffer.Buffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as it goes over the wire. Not thread-safe.
 *
 * <p>Mutations change it in place; what it is then is in {@link #toString}.
 */
final class FuzzRequest {

  final String operation;
  final Map<String, String> headers = new LinkedHashMap<>();
  String method;
  String path;
  String query = "";
  @Nullable Buffer body;
  String change = "valid";

  FuzzRequest(String operation, String method, String path) {
    this.operation = operation;
    this.method = method;
    this.path = path;
  }

  String uri() {
    return query.isEmpty() ? path : path + "?" + query;
  }

  boolean isValid() {
    return change.equals("valid");
  }

  void send(String contentType, Buffer content) {
    headers.put("Content-Type", contentType);
    body = content;
  }

  @Override
  public String toString() {
    String text = body == null ? "" : body.getString(0, Math.min(300, body.length()));
    String type = headers.getOrDefault("Content-Type", "");
    return operation
        + " ["
        + change
        + "] "
        + method
        + " "
        + shortened(uri())
        + " "
        + type
        + " "
        + text;
  }

  private static String shortened(String text) {
    return text.length() <= 200 ? text : text.substring(0, 200) + "…";
  }
}
