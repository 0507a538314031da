package io.haidang.gateway.node;

import io.haidang.gateway.health.ComponentHealth;
import io.haidang.gateway.health.DatabaseChecks;
import io.haidang.gateway.health.DiskCheck;
import io.haidang.gateway.health.Health;
import io.haidang.gateway.health.HealthCheck;
import java.util.LinkedHashMap;
import java.util.Map;

/** The components of a node that are looked at. */
final class NodeHealth {

  private NodeHealth() {}

  static Health of(NodeCore core) {
    DatabaseChecks sql = new DatabaseChecks(core.database, core.clock);
    Map<String, HealthCheck> checks = new LinkedHashMap<>();
    checks.put("database", sql::answers);
    checks.put("jobs", () -> sql.jobs(!core.bus.translates() || core.jobs.isRunning()));
    checks.put("models", () -> models(core.engine));
    checks.put("disk", new DiskCheck(core.config.folders()));
    checks.put("deliveries", sql::deliveries);
    return new Health(checks, core.clock);
  }

  private static ComponentHealth models(TranslationEngine engine) {
    long unusable = engine.unusable();
    Map<String, Long> details =
        Map.of(
            "models",
            (long) engine.models().models().size(),
            "unusable",
            unusable,
            "memoryBytes",
            engine.models().memoryUsed());
    if (unusable > 0) {
      return ComponentHealth.degraded("model-unusable", details);
    }
    return engine.pairs().isEmpty()
        ? ComponentHealth.degraded("no-model", details)
        : ComponentHealth.up(details);
  }
}
