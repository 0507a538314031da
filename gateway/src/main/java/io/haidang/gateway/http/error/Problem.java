package io.haidang.gateway.http.error;

import io.haidang.gateway.ErrorCode;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/**
 * A failure as it is told to a client (RFC 9457).
 *
 * @param status HTTP status
 * @param detail what was wrong; never document text
 * @param details further members, such as the current version
 */
public record Problem(ErrorCode code, int status, String detail, Map<String, Object> details) {

  public static final String MEDIA_TYPE = "application/problem+json";

  /** The problem document; {@code instance} finds the request in the log. */
  public JsonObject toJson(String instance) {
    JsonObject json =
        new JsonObject()
            .put("type", "/errors#" + code.id())
            .put("title", code.id().replace('-', ' '))
            .put("status", status)
            .put("code", code.id())
            .put("detail", detail)
            .put("instance", instance);
    details.forEach(json::put);
    return json;
  }
}
