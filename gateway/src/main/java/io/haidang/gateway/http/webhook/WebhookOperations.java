package io.haidang.gateway.http.webhook;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.events.Milestone;
import io.haidang.gateway.http.kit.ApiCall;
import io.haidang.gateway.http.kit.ApiJson;
import io.haidang.gateway.http.kit.Operations;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.webhook.Delivery;
import io.haidang.gateway.webhook.Webhook;
import io.haidang.gateway.webhook.WebhookChoice;
import io.haidang.gateway.webhook.Webhooks;
import io.vertx.core.json.JsonObject;
import java.util.EnumSet;
import java.util.Set;

/** Subscriptions: who is told of what, what was sent, and what is sent again. */
public final class WebhookOperations {

  private final Webhooks webhooks;

  private WebhookOperations(Webhooks webhooks) {
    this.webhooks = webhooks;
  }

  public static void add(Operations operations) {
    WebhookOperations room = new WebhookOperations(operations.services().webhooks());
    operations.json("listWebhooks", room::list);
    operations.reply("createWebhook", room::create);
    operations.json(
        "getWebhook", call -> WebhookJson.webhook(room.webhooks.find(call.id(), call.account())));
    operations.json("changeWebhook", room::change);
    operations.reply("deleteWebhook", room::delete);
    operations.created(
        "renewWebhookSecret",
        call -> WebhookJson.made(room.webhooks.renewSecret(call.id(), call.account())));
    operations.reply("testWebhook", room::test);
    operations.json("listDeliveries", room::deliveries);
    operations.reply("replayDeliveries", room::replay);
  }

  private JsonObject list(ApiCall call) {
    return ApiJson.list("webhooks", webhooks.list(call.account()), WebhookJson::webhook);
  }

  private Reply create(ApiCall call) {
    JsonObject made = WebhookJson.made(webhooks.create(choice(call), call.account()));
    return Reply.json(201, made).with("Location", made.getString("href"));
  }

  private JsonObject change(ApiCall call) {
    return WebhookJson.webhook(webhooks.change(call.id(), choice(call), call.account()));
  }

  private static WebhookChoice choice(ApiCall call) {
    JsonObject body = call.body();
    Set<Milestone> milestones = EnumSet.noneOf(Milestone.class);
    body.getJsonArray("events")
        .forEach(
            name -> milestones.add(PublicName.constant(Milestone.class, String.valueOf(name))));
    return new WebhookChoice(
        body.getString("url"),
        milestones,
        PublicName.constant(Webhook.Scope.class, body.getString("scope", "own")),
        PublicName.constant(Webhook.State.class, body.getString("state", "active")));
  }

  private Reply delete(ApiCall call) {
    webhooks.delete(call.id(), call.account());
    return Reply.nothing();
  }

  private Reply test(ApiCall call) {
    long delivery = webhooks.test(call.id(), call.account());
    return Reply.json(202, new JsonObject().put("delivery", delivery));
  }

  private JsonObject deliveries(ApiCall call) {
    Delivery.State state =
        call.text("state")
            .map(name -> PublicName.constant(Delivery.State.class, name))
            .orElse(null);
    return ApiJson.list(
            "deliveries",
            webhooks.deliveries(call.id(), state, call.offset(), call.limit(), call.account()),
            WebhookJson::delivery)
        .put("counts", WebhookJson.counts(webhooks.counts(call.id(), call.account())));
  }

  private Reply replay(ApiCall call) {
    int many = webhooks.replay(call.id(), call.body().getLong("delivery"), call.account());
    return Reply.json(202, new JsonObject().put("replayed", many));
  }
}
