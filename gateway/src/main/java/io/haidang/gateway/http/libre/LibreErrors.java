package io.haidang.gateway.http.libre;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.http.dialect.DialectException;
import io.haidang.gateway.http.dialect.DialectStatus;
import io.haidang.gateway.http.error.Problem;
import io.haidang.gateway.http.kit.Answers;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Tells failures as clients of the dialect understand them: {@code {"error": "…"}}. */
final class LibreErrors {

  /** Seconds. */
  private static final String SOON = "2";

  private LibreErrors() {}

  /** A parameter that has to be there is not. */
  static DialectException missing(String parameter) {
    return DialectException.badRequest("Invalid request: missing " + parameter + " parameter");
  }

  /** A language, or a format, that is none or not served. */
  static DialectException unsupported(String what) {
    return DialectException.badRequest(what + " is not supported");
  }

  /** More text, or more texts, than may come at once. */
  static DialectException tooLong(long size, long limit) {
    return DialectException.badRequest(
        "Invalid request: request (" + size + ") exceeds text limit (" + limit + ")");
  }

  /** Answers a failed request. */
  static void answer(RoutingContext request) {
    HttpServerResponse response = request.response();
    if (response.closed() || response.headWritten()) {
      return; // The client has gone, or has the answer already.
    }
    if (request.failure() instanceof DialectException known) {
      if (known.status() == 503) {
        response.putHeader("Retry-After", SOON);
      }
      send(response, known.status(), String.valueOf(known.getMessage()));
      return;
    }
    Problem problem = Answers.logged(request);
    problem.retryAfter().ifPresent(seconds -> response.putHeader("Retry-After", seconds));
    if (problem.code() == ErrorCode.NOT_SIGNED_IN) {
      send(response, 400, "Please contact the server operator to get an API key");
    } else if (problem.code() == ErrorCode.WRONG_CREDENTIALS) {
      send(response, 403, "Invalid API key");
    } else if (problem.status() == 429) {
      send(response, 429, "Slowdown: " + problem.detail());
    } else {
      send(response, DialectStatus.of(problem), problem.detail());
    }
  }

  static void send(HttpServerResponse response, int status, String error) {
    response
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .end(new JsonObject().put("error", error).toBuffer());
  }
}
