package io.haidang.gateway.http.metrics;

import io.haidang.gateway.QuietFault;
import io.haidang.gateway.health.HealthSource;
import io.haidang.gateway.http.health.HealthRoutes;
import io.haidang.gateway.http.kit.Blocking;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers {@code GET /metrics} and probes of health, and nothing else, on an address of its own:
 * who may read is decided by who gets there.
 */
public final class MetricsVerticle extends VerticleBase {

  private static final Logger LOG = LoggerFactory.getLogger(MetricsVerticle.class);
  private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";
  private static final int IDLE_SECONDS = 90;

  private final Supplier<String> metrics;
  private final HealthSource health;
  private final String host;
  private final int port;
  private final IntConsumer bound;

  /**
   * A server that is not started yet.
   *
   * @param metrics as Prometheus reads them; may block
   * @param health of this node, which may have no other server
   * @param port 0 for any free one
   * @param bound told the port once the server listens
   */
  public MetricsVerticle(
      Supplier<String> metrics, HealthSource health, String host, int port, IntConsumer bound) {
    this.metrics = metrics;
    this.health = health;
    this.host = host;
    this.port = port;
    this.bound = bound;
  }

  @Override
  public Future<?> start() {
    Blocking blocking = new Blocking(vertx, "metrics");
    Router router = Router.router(vertx);
    router.get("/metrics").handler(request -> answer(request, blocking));
    HealthRoutes.add(router, health);
    return vertx
        .createHttpServer(
            new HttpServerOptions().setHost(host).setPort(port).setIdleTimeout(IDLE_SECONDS))
        .requestHandler(router)
        .listen()
        .onSuccess(server -> bound.accept(server.actualPort()));
  }

  private void answer(RoutingContext request, Blocking blocking) {
    blocking
        .run(metrics::get)
        .onSuccess(text -> request.response().putHeader("Content-Type", TYPE).end(text))
        .onFailure(
            failure -> {
              LOG.warn("metrics: not to be told", QuietFault.of(failure));
              request.response().setStatusCode(503).end();
            });
  }
}
