package io.haidang.gateway.http.dialect;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A good answer. Immutable but for the bytes, which nobody changes.
 *
 * @param status 200, 201 or 204
 * @param headers {@code Content-Type} among them when there is a body
 */
public record DialectReply(int status, Map<String, String> headers, Buffer body) {

  private static final String TYPE = "Content-Type";

  public DialectReply {
    headers = Map.copyOf(headers);
  }

  public static DialectReply json(JsonObject body) {
    return json(200, body);
  }

  public static DialectReply json(int status, JsonObject body) {
    return new DialectReply(status, Map.of(TYPE, "application/json"), body.toBuffer());
  }

  public static DialectReply json(JsonArray body) {
    return new DialectReply(200, Map.of(TYPE, "application/json"), body.toBuffer());
  }

  /** Bytes of some media type, such as a document. */
  public static DialectReply bytes(String mediaType, Buffer body) {
    return new DialectReply(200, Map.of(TYPE, mediaType), body);
  }

  /** Done, and nothing to say. */
  public static DialectReply nothing() {
    return new DialectReply(204, Map.of(), Buffer.buffer());
  }

  /** The same with one more header. */
  public DialectReply with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new DialectReply(status, more, body);
  }

  void send(HttpServerResponse response) {
    headers.forEach(response::putHeader);
    response.setStatusCode(status).end(body);
  }
}
