package io.haidang.gateway.http.health;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.health.ComponentHealth;
import io.haidang.gateway.health.HealthReport;
import io.haidang.gateway.health.HealthSource;
import io.haidang.gateway.health.HealthStatus;
import io.haidang.gateway.http.kit.Answers;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** For probes, which have no key: states and reasons, no numbers. */
public final class HealthRoutes {

  private final HealthSource health;

  private HealthRoutes(HealthSource health) {
    this.health = health;
  }

  public static void add(Router router, HealthSource health) {
    HealthRoutes routes = new HealthRoutes(health);
    router
        .get("/health/live")
        .handler(request -> Answers.json(request, 200, status(HealthStatus.UP)));
    router.get("/health/ready").handler(routes::ready);
  }

  private void ready(RoutingContext request) {
    Future.fromCompletionStage(health.report(), request.vertx().getOrCreateContext())
        .onFailure(request::fail)
        .onSuccess(
            report ->
                Answers.json(
                    request, report.status() == HealthStatus.DOWN ? 503 : 200, shown(report)));
  }

  private static JsonObject shown(HealthReport report) {
    JsonObject components = new JsonObject();
    report.components().forEach((name, health) -> components.put(name, shown(health)));
    return status(report.status()).put("components", components);
  }

  static JsonObject shown(ComponentHealth health) {
    JsonObject shown = status(health.status());
    return health.reason().isEmpty() ? shown : shown.put("reason", health.reason());
  }

  static JsonObject status(HealthStatus status) {
    return new JsonObject().put("status", PublicName.of(status));
  }
}
