package io.haidang.gateway.http;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/**
 * Refuses a request whose body has not arrived in time. The idle time of a connection is no help:
 * one byte now and then keeps it alive.
 */
final class BodyDeadline implements Handler<RoutingContext> {

  private final Vertx vertx;
  private final Duration time;

  BodyDeadline(Vertx vertx, Duration time) {
    this.vertx = vertx;
    this.time = time;
  }

  @Override
  public void handle(RoutingContext request) {
    HttpServerRequest http = request.request();
    if (!http.isEnded()) {
      long timer = vertx.setTimer(time.toMillis(), id -> end(request));
      request.addEndHandler(
          answered -> {
            if (http.isEnded()) {
              vertx.cancelTimer(timer);
            }
          });
    }
    request.next();
  }

  /** A client may still be sending what was refused before; then there is nothing more to say. */
  private void end(RoutingContext request) {
    if (request.request().isEnded()) {
      return;
    }
    if (request.response().ended()) {
      request.request().connection().close();
    } else {
      request.addEndHandler(ended -> request.request().connection().close());
      request.fail(
          new GatewayException(
              ErrorCode.REQUEST_TIMEOUT,
              "body: not complete (expected: within " + time.toSeconds() + " s)"));
    }
  }
}
