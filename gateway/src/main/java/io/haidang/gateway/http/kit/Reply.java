package io.haidang.gateway.http.kit;

import io.haidang.gateway.review.ExportedFile;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer that is still to be sent. */
public record Reply(int status, Map<String, String> headers, List<Cookie> cookies, Buffer body) {

  private static final String HTML = "text/html; charset=utf-8";

  public static Reply json(int status, JsonObject body) {
    return new Reply(
        status, Map.of("Content-Type", "application/json"), List.of(), body.toBuffer());
  }

  /** A text as it is, in UTF-8. */
  public static Reply text(String mediaType, String content) {
    return new Reply(
        200,
        Map.of("Content-Type", mediaType + "; charset=utf-8"),
        List.of(),
        Buffer.buffer(content));
  }

  public static Reply html(int status, String body) {
    return new Reply(status, Map.of("Content-Type", HTML), List.of(), Buffer.buffer(body));
  }

  public static Reply html(String body) {
    return html(200, body);
  }

  /** It is done, and there is nothing to say. */
  public static Reply nothing() {
    return new Reply(204, Map.of(), List.of(), Buffer.buffer());
  }

  /** After a change: the browser fetches {@code path}, so that a reload repeats nothing. */
  public static Reply redirect(String path) {
    return new Reply(303, Map.of("Location", path), List.of(), Buffer.buffer());
  }

  /** A file to keep; the name needs no quoting, see {@link ExportedFile}. */
  public static Reply file(ExportedFile file) {
    return file(file.name(), file.mediaType(), Buffer.buffer(file.content()));
  }

  /**
   * A file to keep.
   *
   * @param name letters, digits, full stops and hyphens only
   */
  public static Reply file(String name, String mediaType, Buffer content) {
    return new Reply(
        200,
        Map.of(
            "Content-Type",
            mediaType,
            "Content-Disposition",
            "attachment; filename=\"" + name + "\""),
        List.of(),
        content);
  }

  /**
   * A file that never changes, to be shown in its place, or a part of it.
   *
   * @param tag strong validator, in quotation marks
   * @param content of the range, or all of it
   * @param range null for all of it
   */
  public static Reply inline(
      String mediaType, String tag, Buffer content, @Nullable ByteRange range) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", mediaType);
    headers.put("Content-Disposition", "inline");
    headers.put("Accept-Ranges", "bytes");
    headers.put("ETag", tag);
    headers.put("Cache-Control", "private, no-cache");
    if (range != null) {
      headers.put("Content-Range", range.header());
    }
    int status = range == null ? 200 : range.isSatisfiable() ? 206 : 416;
    return new Reply(status, headers, List.of(), content);
  }

  public Reply with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Reply(status, more, cookies, body);
  }

  public Reply with(Cookie cookie) {
    List<Cookie> more = new ArrayList<>(cookies);
    more.add(cookie);
    return new Reply(status, headers, more, body);
  }

  /** With a validator, for those who ask whether anything has changed. */
  Reply tagged() {
    return with("ETag", Validators.tag(body));
  }

  /**
   * An answer that clients may keep, and have to ask about before they show it again; it carries a
   * validator, so that what has not changed is not sent again.
   *
   * @param changed when it last did
   */
  public Reply revalidated(Instant changed) {
    return with("ETag", Validators.tag(body))
        .with("Last-Modified", Validators.date(changed))
        .with("Cache-Control", "no-cache");
  }

  public void send(RoutingContext request) {
    boolean known = status == 200 && Validators.match(request.request(), headers);
    HttpServerResponse response = request.response().setStatusCode(known ? 304 : status);
    headers.forEach(response::putHeader);
    cookies.forEach(response::addCookie);
    if (known) {
      response.end();
    } else {
      response.end(body);
    }
  }
}
