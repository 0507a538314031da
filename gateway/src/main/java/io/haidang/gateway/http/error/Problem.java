package io.haidang.gateway.http.error;

import io.haidang.gateway.ErrorCode;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;

/**
 * A failure as it is told to a client (RFC 9457).
 *
 * @param status HTTP status
 * @param detail what was wrong; never document text
 * @param details further members, such as the current version
 */
public record Problem(ErrorCode code, int status, String detail, Map<String, Object> details) {

  /** The member that says after how many seconds to try again; also a header. */
  public static final String RETRY_AFTER = "retryAfter";

  public static final String MEDIA_TYPE = "application/problem+json";

  /** Seconds after which trying again makes sense; empty when it does not. */
  public Optional<String> retryAfter() {
    return Optional.ofNullable(details.get(RETRY_AFTER)).map(String::valueOf);
  }

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
