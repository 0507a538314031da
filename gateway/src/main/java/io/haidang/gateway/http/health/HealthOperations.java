package io.haidang.gateway.http.health;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.health.HealthReport;
import io.haidang.gateway.health.HealthSource;
import io.haidang.gateway.http.kit.ApiCall;
import io.haidang.gateway.http.kit.Operations;
import io.haidang.translation.review.Role;
import io.vertx.core.json.JsonObject;
import java.util.TreeMap;

/** For operators, who have a key of an administrator: with numbers. */
public final class HealthOperations {

  private final HealthSource health;

  private HealthOperations(HealthSource health) {
    this.health = health;
  }

  public static void add(Operations operations) {
    HealthOperations room = new HealthOperations(operations.services().monitoring().health());
    operations.json("getHealth", room::get);
  }

  private JsonObject get(ApiCall call) {
    if (!call.account().has(Role.ADMIN)) {
      throw new GatewayException(ErrorCode.NOT_PERMITTED, "health: for administrators");
    }
    HealthReport report = health.report().join();
    JsonObject components = new JsonObject();
    report
        .components()
        .forEach(
            (name, component) ->
                components.put(
                    name,
                    HealthRoutes.shown(component)
                        .put(
                            "details",
                            new JsonObject(new TreeMap<String, Object>(component.details())))));
    return HealthRoutes.status(report.status())
        .put("at", report.at().toString())
        .put("components", components);
  }
}
