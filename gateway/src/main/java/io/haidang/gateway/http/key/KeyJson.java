package io.haidang.gateway.http.key;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.auth.ApiKey;
import io.haidang.gateway.auth.ApiKeyEntry;
import io.haidang.gateway.auth.KeyLimits;
import io.haidang.gateway.limit.KeyLine;
import io.haidang.gateway.limit.KeyReport;
import io.haidang.gateway.limit.KeyUse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Keys on the wire; never their secrets. */
final class KeyJson {

  private final Clock clock;

  KeyJson(Clock clock) {
    this.clock = clock;
  }

  JsonObject line(KeyLine line) {
    ApiKeyEntry entry = line.entry();
    ApiKey key = entry.key();
    return new JsonObject()
        .put("id", key.id().toString())
        .put("name", key.name())
        .put("login", key.account().login())
        .put("office", key.account().office().name())
        .put("scopes", new JsonArray(key.scopes().stream().sorted().map(PublicName::of).toList()))
        .put("limits", limits(key.limits()))
        .put("inForce", entry.isInForce(clock.instant()))
        .put("createdAt", entry.createdAt().toString())
        .put("expiresAt", text(entry.expiresAt()))
        .put("lastUsedAt", text(entry.lastUsedAt()))
        .put("revokedAt", text(entry.revokedAt()))
        .put("thisMonth", use(line.taken()))
        .put("href", "/api/v1/keys/" + key.id());
  }

  private static JsonObject limits(KeyLimits limits) {
    return new JsonObject()
        .put("requestsPerMinute", limits.requestsPerMinute())
        .put("charactersPerMonth", limits.charactersPerMonth())
        .put("documentsPerMonth", limits.documentsPerMonth())
        .put("concurrent", limits.concurrent());
  }

  private static @Nullable String text(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }

  private static JsonObject use(KeyUse use) {
    return new JsonObject()
        .put("requests", use.requests())
        .put("characters", use.characters())
        .put("documents", use.documents());
  }

  static JsonObject reportLine(KeyReport.Line line) {
    return use(line.taken())
        .put("name", line.name())
        .put("login", line.login())
        .put("office", line.office())
        .put("calls", line.calls())
        .put("costMicros", line.costMicros());
  }
}
