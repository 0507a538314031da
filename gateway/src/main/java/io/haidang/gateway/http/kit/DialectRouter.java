package io.haidang.gateway.http.kit;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;

/**
 * Where an interface of another service adds its addresses, and what it is built with.
 *
 * <p>Each such room has one class {@code …Routes} with a method {@code add(DialectRouter)}, which
 * {@code Dialects} lists. It puts {@link Entrance#keyed} before its handlers and a failure handler
 * of its own behind them.
 *
 * @param router of the whole server
 * @param blocking for what blocks; never an event loop
 * @param entrance who calls, and bodies
 * @param machines for what keeps an engine busy
 */
public record DialectRouter(
    Vertx vertx,
    Router router,
    HttpServices services,
    Blocking blocking,
    Entrance entrance,
    MachineCalls machines) {}
