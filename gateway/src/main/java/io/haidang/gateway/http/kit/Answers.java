package io.haidang.gateway.http.kit;

import io.haidang.gateway.QuietFault;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.http.error.Problem;
import io.haidang.gateway.http.error.ProblemMapper;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes answers, good and bad. */
public final class Answers {

  private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
  private static final String REQUEST_ID = "requestId";
  private static final String PRIVATE = "private";
  private static final String ACCOUNT_ID = "accountId";
  private static final String ID_HEADER = "X-Request-Id";

  private Answers() {}

  /** The id of the request, which is in the log too. */
  public static String requestId(RoutingContext request) {
    String known = request.get(REQUEST_ID);
    return known == null ? identify(request) : known;
  }

  /** Gives a request an id; what cannot be routed has none yet when it fails. */
  public static String identify(RoutingContext request) {
    String id = UUID.randomUUID().toString();
    request.put(REQUEST_ID, id);
    request.response().putHeader(ID_HEADER, id);
    return id;
  }

  /** Notes that a proxy whose word counts says that the client speaks TLS to it. */
  public static void notePrivate(RoutingContext request) {
    request.put(PRIVATE, true);
  }

  /** Whether the client speaks TLS, to this server or to the proxy in front. */
  public static boolean isPrivate(RoutingContext request) {
    return request.request().isSSL() || Boolean.TRUE.equals(request.get(PRIVATE));
  }

  /** Notes who makes a request, for the log. */
  public static void by(RoutingContext request, Account account) {
    request.put(ACCOUNT_ID, account.id().toString());
  }

  /** The id of the account that makes a request; {@code -} when that is not known. */
  public static String accountId(RoutingContext request) {
    String known = request.get(ACCOUNT_ID);
    return known == null ? "-" : known;
  }

  public static void json(RoutingContext request, int status, JsonObject body) {
    request
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .end(body.toBuffer());
  }

  /** Answers with the problem document of a failed request. */
  public static void problem(RoutingContext request) {
    HttpServerResponse response = request.response();
    if (response.closed() || response.headWritten()) {
      return; // The client has gone, or has the answer already.
    }
    send(request, logged(request));
  }

  /** Answers what has an address that cannot be decoded, which no route gets to see. */
  public static void unreadable(RoutingContext request) {
    if (request.failure() == null) {
      send(request, ProblemMapper.malformed());
    } else {
      problem(request);
    }
  }

  private static void send(RoutingContext request, Problem problem) {
    HttpServerResponse response = request.response();
    problem.retryAfter().ifPresent(seconds -> response.putHeader("Retry-After", seconds));
    if (problem.status() == 401) {
      response.putHeader("WWW-Authenticate", "Bearer");
    }
    response
        .setStatusCode(problem.status())
        .putHeader("Content-Type", Problem.MEDIA_TYPE)
        .end(problem.toJson(requestId(request)).toBuffer());
  }

  /** Answers what cannot even be read as HTTP, such as headers of more than 8 kB; then hangs up. */
  public static void malformed(HttpServerRequest request) {
    Problem problem = ProblemMapper.malformed();
    String id = UUID.randomUUID().toString();
    request
        .response()
        .setStatusCode(problem.status())
        .putHeader(ID_HEADER, id)
        .putHeader("Connection", "close")
        .putHeader("Content-Type", Problem.MEDIA_TYPE)
        .end(problem.toJson(id).toBuffer())
        .onComplete(sent -> request.connection().close());
  }

  /** What went wrong with a failed request; a fault of ours goes to the log with its stack. */
  public static Problem logged(RoutingContext request) {
    Problem problem = ProblemMapper.of(request.failure(), request.statusCode());
    if (problem.status() >= 500) {
      Throwable failure = request.failure();
      LOG.atError()
          .addKeyValue("requestId", requestId(request))
          .setCause(failure == null ? null : QuietFault.of(failure))
          .log("request {} failed", requestId(request));
    }
    return problem;
  }
}
