package io.haidang.gateway.http.deepl.kit;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.http.dialect.DialectException;
import io.haidang.gateway.http.dialect.DialectStatus;
import io.haidang.gateway.http.error.Problem;
import io.haidang.gateway.http.kit.Answers;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.RoutingContext;

/** Tells failures as clients of the dialect understand them: {@code {message[, detail]}}. */
public final class DeeplErrors {

  private static final int QUOTA_EXCEEDED = 456;
  private static final String QUOTA = "Quota for this billing period has been exceeded.";

  private DeeplErrors() {}

  /** Gives each answer its id, and each failure of any handler the form of the dialect. */
  public static void prepare(Route all) {
    all.handler(DeeplErrors::trace).failureHandler(DeeplErrors::answer);
  }

  /** Answers what no operation has answered. */
  public static void close(Route all) {
    all.handler(request -> request.fail(DialectException.notFound("Not found")));
  }

  private static void trace(RoutingContext request) {
    request.response().putHeader("X-Trace-ID", traceId(request));
    request.next();
  }

  private static void answer(RoutingContext request) {
    HttpServerResponse response = request.response();
    if (response.closed() || response.headWritten()) {
      return; // The client has gone, or has the answer already.
    }
    response.putHeader("X-Trace-ID", traceId(request)); // Bodies are refused before it is set.
    if (request.failure() instanceof DialectException known) {
      JsonObject body = new JsonObject().put("message", known.getMessage());
      known.detail().ifPresent(detail -> body.put("detail", detail));
      send(response, known.status(), body);
      return;
    }
    Problem problem = Answers.logged(request);
    if (problem.code() == ErrorCode.QUOTA_EXCEEDED) {
      send(response, QUOTA_EXCEEDED, new JsonObject().put("message", QUOTA));
      return;
    }
    problem.retryAfter().ifPresent(seconds -> response.putHeader("Retry-After", seconds));
    send(
        response,
        DialectStatus.of(problem),
        new JsonObject().put("message", problem.detail()).put("detail", problem.code().id()));
  }

  private static String traceId(RoutingContext request) {
    return Answers.requestId(request).replace("-", "");
  }

  private static void send(HttpServerResponse response, int status, JsonObject body) {
    response
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .end(body.toBuffer());
  }
}
