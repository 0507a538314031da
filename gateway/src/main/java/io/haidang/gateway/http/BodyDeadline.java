package io.haidang.gateway.http;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/**
 * Ends requests whose bodies do not come to an end. One that has not arrived in time is refused:
 * the idle time of a connection is no help, since one byte now and then keeps it alive. One that
 * was answered before it was read is thrown away for a moment, so that its sender sees the answer
 * (RFC 9112, section 9.6), and then cut off.
 */
final class BodyDeadline implements Handler<RoutingContext> {

  private static final long LINGER_MILLIS = 2_000;

  private final Vertx vertx;
  private final Duration time;

  BodyDeadline(Vertx vertx, Duration time) {
    this.vertx = vertx;
    this.time = time;
  }

  @Override
  public void handle(RoutingContext request) {
    if (hasBody(request.request())) {
      long timer = vertx.setTimer(time.toMillis(), id -> refuse(request));
      request.addEndHandler(
          answered -> {
            vertx.cancelTimer(timer);
            throwAway(request.request());
          });
    }
    request.next();
  }

  /** Over HTTP/2 a body need not be announced. */
  private static boolean hasBody(HttpServerRequest http) {
    return http.version() == HttpVersion.HTTP_2
        ? !http.isEnded()
        : http.headers().contains(HttpHeaders.CONTENT_LENGTH)
            || http.headers().contains(HttpHeaders.TRANSFER_ENCODING);
  }

  private void refuse(RoutingContext request) {
    if (!request.request().isEnded() && !request.response().ended()) {
      request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
      request.addEndHandler(ended -> request.request().connection().close());
      request.fail(
          new GatewayException(
              ErrorCode.REQUEST_TIMEOUT,
              "body: not complete (expected: within " + time.toSeconds() + " s)"));
    }
  }

  private void throwAway(HttpServerRequest http) {
    if (!http.isEnded()) {
      http.resume();
      vertx.setTimer(
          LINGER_MILLIS,
          id -> {
            if (!http.isEnded()) {
              http.connection().close();
            }
          });
    }
  }
}
