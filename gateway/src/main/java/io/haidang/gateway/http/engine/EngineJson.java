package io.haidang.gateway.http.engine;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.engine.EngineOverview;
import io.haidang.gateway.engine.EngineOverview.EngineLine;
import io.haidang.gateway.engine.EngineOverview.RouteLine;
import io.haidang.gateway.http.kit.ApiJson;
import io.haidang.gateway.usage.ProviderHealth;
import io.haidang.gateway.usage.UsageReport;
import io.haidang.models.LanguagePair;
import io.haidang.models.ModelDescriptor;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Engines on the wire. */
final class EngineJson {

  private EngineJson() {}

  static JsonObject overview(EngineOverview overview) {
    return ApiJson.list("models", overview.models(), EngineJson::model)
        .put("engines", ApiJson.array(overview.engines(), EngineJson::engine))
        .put("routes", ApiJson.array(overview.routes(), EngineJson::route));
  }

  private static JsonObject model(ModelDescriptor model) {
    return new JsonObject()
        .put("id", model.id().value())
        .put("version", model.version())
        .put("pairs", pairs(model.pairs()));
  }

  private static JsonObject engine(EngineLine engine) {
    return new JsonObject()
        .put("name", engine.name())
        .put("kind", engine.kind())
        .put("model", engine.model())
        .put("pairs", pairs(engine.pairs()))
        .put("labels", new JsonArray(engine.labels().stream().map(PublicName::of).toList()))
        .put("setting", engine.setting())
        .put("enabled", engine.isOn())
        .put("health", health(engine.health()))
        .put("month", engine.month() == null ? null : usage(engine.month()));
  }

  private static JsonObject health(ProviderHealth health) {
    return new JsonObject()
        .put("status", PublicName.of(health.status()))
        .put("answeredAt", text(health.answeredAt()))
        .put("failedAt", text(health.failedAt()))
        .put("latencyMillis", health.latencyMillis());
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }

  private static JsonObject route(RouteLine route) {
    return new JsonObject()
        .put("name", route.name())
        .put("configured", new JsonArray(route.configured()))
        .put("order", new JsonArray(route.order()))
        .put("inForce", new JsonArray(route.inForce()));
  }

  private static JsonArray pairs(Collection<LanguagePair> pairs) {
    List<String> names = pairs.stream().map(LanguagePair::toString).sorted().toList();
    return new JsonArray(names);
  }

  static JsonObject usage(UsageReport.Line line) {
    return new JsonObject()
        .put("name", line.name())
        .put("calls", line.calls())
        .put("failed", line.failed())
        .put("inputTokens", line.inputTokens())
        .put("outputTokens", line.outputTokens())
        .put("costMicros", line.costMicros())
        .put("averageMillis", line.averageMillis());
  }
}
