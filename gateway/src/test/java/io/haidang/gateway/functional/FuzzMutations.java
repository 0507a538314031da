package io.haidang.gateway.functional;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Ways in which requests go wrong, by mistake or on purpose. */
final class FuzzMutations {

  /** Values for the place of any other. */
  private static final List<Object> ODD =
      List.of(
          "",
          " ",
          "\u0000",
          "\ud83d",
          "\u202e\u200b\ufeff",
          "e\u0301".repeat(50),
          "😀".repeat(300),
          "'; drop table account; --",
          "<script>alert(1)</script>",
          "${jndi:ldap://127.0.0.1/a}",
          "../../etc/passwd",
          "9".repeat(400),
          "x".repeat(70_000),
          -1,
          0,
          Long.MAX_VALUE,
          Double.MAX_VALUE,
          1.5,
          true,
          new JsonArray(),
          new JsonObject(),
          new JsonArray().add(new JsonArray().add(1)));

  private static final List<String> PATHS =
      List.of(
          "..",
          "%2e%2e",
          "%2e%2e%2f%2e%2e",
          "%00",
          ";x=y",
          "/",
          "//",
          "%",
          "%zz",
          "%c0%ae",
          "a".repeat(2_000),
          "%E1%BB%A7",
          "*",
          "'",
          "\\",
          "%5c..%5c",
          "?",
          "%3f",
          "#",
          "-1",
          "9".repeat(30),
          "{id}",
          "null");

  private static final List<String> QUERIES =
      List.of(
          "=",
          "&&&",
          "limit",
          "limit=",
          "limit=-1",
          "limit=1e9",
          "limit=99999999999999999999",
          "limit=1&limit=2",
          "offset=%00",
          "offset=2147483648",
          "q=%zz",
          "q=%ff%fe",
          "q=" + "a".repeat(3_000),
          "state=nobody",
          "unknown=1",
          "state[]=draft",
          "cursor=AAAA",
          "cursor=%F0%9F%98%80",
          "since=yesterday",
          "from=2026-13-45&to=x",
          "format=exe");

  private static final List<String> TYPES =
      List.of(
          "text/plain",
          "application/xml",
          "application/json; charset=utf-16",
          "multipart/form-data",
          "multipart/form-data; boundary=",
          "application/x-www-form-urlencoded",
          "application/octet-stream",
          "*/*",
          "json",
          "application/json, text/plain");

  private static final List<String> BODIES =
      List.of(
          "",
          "{",
          "[]",
          "null",
          "1",
          "\"a\"",
          "{}",
          "{\"a\":}",
          "{\"a\":1}{\"b\":2}",
          "{\"version\":1e999}",
          "{\"version\":1,\"version\":2}",
          "[".repeat(5_000),
          "{\"a\":".repeat(3_000),
          "\ufeff{}",
          "NaN",
          "{'a':1}",
          "// {}",
          "<a/>",
          "true");

  private final Random random;
  private final List<Consumer<FuzzRequest>> all =
      List.of(
          this::member,
          this::member,
          this::member,
          this::member,
          this::body,
          this::bytes,
          this::contentType,
          this::query,
          this::query,
          this::path,
          this::path,
          this::method,
          this::credentials,
          this::header);

  FuzzMutations(Random random) {
    this.random = random;
  }

  /** Spoils a request in one way or two. */
  void spoil(FuzzRequest request) {
    pick(all).accept(request);
    if (random.nextInt(4) == 0) {
      pick(all).accept(request);
    }
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static void say(FuzzRequest request, String change) {
    request.change = request.isValid() ? change : request.change + ", " + change;
  }

  /** Takes a member out, adds one, or puts something else into its place. */
  private void member(FuzzRequest request) {
    JsonObject json;
    try {
      json = request.body == null ? new JsonObject() : request.body.toJsonObject();
    } catch (DecodeException e) {
      body(request);
      return;
    }
    JsonObject place = json;
    List<String> names = new ArrayList<>(place.fieldNames());
    if (!names.isEmpty() && place.getValue(pick(names)) instanceof JsonObject inner) {
      place = inner;
      names = new ArrayList<>(inner.fieldNames());
    }
    String name = names.isEmpty() || random.nextInt(8) == 0 ? "unknown" : pick(names);
    say(request, "member " + name);
    switch (random.nextInt(5)) {
      case 0 -> place.remove(name);
      case 1 -> place.putNull(name);
      case 2 -> place.put(name, new JsonArray().add(pick(ODD)).add(pick(ODD)));
      default -> place.put(name, pick(ODD));
    }
    request.send("application/json", json.toBuffer());
  }

  private void body(FuzzRequest request) {
    String body = pick(BODIES);
    say(request, "body");
    request.send("application/json", Buffer.buffer(body));
  }

  /** Cuts off, or puts bytes that are no text. */
  private void bytes(FuzzRequest request) {
    Buffer body = request.body;
    if (body == null || body.length() == 0) {
      query(request);
      return;
    }
    say(request, "bytes");
    if (random.nextBoolean()) {
      request.body = body.getBuffer(0, random.nextInt(body.length()));
    } else {
      request.body = body.copy().setByte(random.nextInt(body.length()), (byte) 0xff);
    }
  }

  private void contentType(FuzzRequest request) {
    say(request, "content type");
    if (random.nextInt(5) == 0) {
      request.headers.remove("Content-Type");
    } else {
      request.headers.put("Content-Type", pick(TYPES));
    }
  }

  private void query(FuzzRequest request) {
    say(request, "query");
    request.query += (request.query.isEmpty() ? "" : "&") + pick(QUERIES);
  }

  private void path(FuzzRequest request) {
    say(request, "path");
    String odd = pick(PATHS);
    int slash = request.path.lastIndexOf('/');
    request.path =
        switch (random.nextInt(3)) {
          case 0 -> request.path + "/" + odd;
          case 1 -> request.path + odd;
          default -> request.path.substring(0, slash + 1) + odd;
        };
  }

  private void method(FuzzRequest request) {
    say(request, "method");
    request.method =
        pick(List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "FOO"));
  }

  private void credentials(FuzzRequest request) {
    say(request, "credentials");
    request.headers.put(
        "Authorization",
        pick(List.of("", "Bearer", "Bearer ", "Bearer hd_x", "Basic YTpi", "Bearer a b", "hd_")));
  }

  private void header(FuzzRequest request) {
    say(request, "header");
    switch (random.nextInt(6)) {
      case 0 -> request.headers.put("If-None-Match", pick(List.of("*", "\"a\", W/\"b\"", "\"")));
      case 1 -> request.headers.put("If-Modified-Since", "never");
      case 2 -> request.headers.put("Idempotency-Key", pick(List.of("", "\"", "a".repeat(500))));
      case 3 -> request.headers.put("Accept", pick(List.of("text/html", "image/png", ";;")));
      case 4 -> request.headers.put("X-Padding", "x".repeat(10_000));
      default -> request.headers.put("If-Match", pick(List.of("*", "\"1\"", "1", "\"x\"")));
    }
  }
}
