package io.haidang.gateway.http.webhook;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.events.Milestone;
import io.haidang.gateway.http.kit.ApiJson;
import io.haidang.gateway.webhook.Delivery;
import io.haidang.gateway.webhook.Webhook;
import io.haidang.gateway.webhook.Webhooks.Made;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Subscriptions and their messages as they are written on the wire. */
final class WebhookJson {

  private WebhookJson() {}

  static JsonObject webhook(Webhook webhook) {
    return new JsonObject()
        .put("id", webhook.id().toString())
        .put("owner", webhook.ownerName())
        .put("url", webhook.url().toString())
        .put(
            "events",
            new JsonArray(webhook.milestones().stream().sorted().map(Milestone::id).toList()))
        .put("scope", PublicName.of(webhook.scope()))
        .put("state", PublicName.of(webhook.state()))
        .put("failures", webhook.failures())
        .put("createdAt", webhook.createdAt().toString())
        .put("href", "/api/v1/webhooks/" + webhook.id());
  }

  static JsonObject made(Made made) {
    return webhook(made.webhook()).put("secret", made.secret());
  }

  static JsonObject delivery(Delivery delivery) {
    return new JsonObject()
        .put("id", delivery.id())
        .put("message", delivery.messageId())
        .put("event", id(delivery.milestone()))
        .put("target", text(delivery.target()))
        .put("state", PublicName.of(delivery.state()))
        .put("tries", ApiJson.array(delivery.log(), WebhookJson::attempt))
        .put(
            "nextTry",
            delivery.state() == Delivery.State.WAITING ? delivery.dueAt().toString() : null)
        .put("createdAt", delivery.createdAt().toString());
  }

  private static @Nullable String id(@Nullable Milestone milestone) {
    return milestone == null ? null : milestone.id();
  }

  private static @Nullable String text(@Nullable UUID id) {
    return id == null ? null : id.toString();
  }

  private static JsonObject attempt(Delivery.Try attempt) {
    return new JsonObject()
        .put("at", attempt.at().toString())
        .put("outcome", PublicName.of(attempt.outcome()))
        .put("status", attempt.status())
        .put("millis", attempt.millis());
  }

  /** Every state has its number. */
  static JsonObject counts(Map<Delivery.State, Long> counts) {
    JsonObject json = new JsonObject();
    for (Delivery.State state : Delivery.State.values()) {
      json.put(PublicName.of(state), counts.getOrDefault(state, 0L));
    }
    return json;
  }
}
