package io.haidang.gateway.web.webhook;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.PublicName;
import io.haidang.gateway.events.Milestone;
import io.haidang.gateway.web.kit.WebRequest;
import io.haidang.gateway.webhook.Webhook;
import io.haidang.gateway.webhook.WebhookChoice;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A subscription as it stands in the form. */
record TypedWebhook(String url, Set<Milestone> milestones, boolean ofAll, boolean isPaused) {

  static final TypedWebhook EMPTY =
      new TypedWebhook(
          "",
          EnumSet.of(Milestone.APPROVED, Milestone.PUBLISHED, Milestone.WITHDRAWN),
          false,
          false);

  static TypedWebhook of(Webhook webhook) {
    return new TypedWebhook(
        webhook.url().toString(),
        webhook.milestones(),
        webhook.scope() == Webhook.Scope.ALL,
        webhook.state() == Webhook.State.PAUSED);
  }

  static TypedWebhook of(WebRequest request) {
    Set<Milestone> milestones = EnumSet.noneOf(Milestone.class);
    request.fields("event").forEach(name -> milestones.add(milestone(name)));
    return new TypedWebhook(
        request.field("url").strip(),
        milestones,
        request.field("scope").equals("all"),
        request.field("paused").equals("true"));
  }

  private static Milestone milestone(String name) {
    try {
      return PublicName.constant(Milestone.class, name);
    } catch (IllegalArgumentException e) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, "event: unknown (expected: one of the form)");
    }
  }

  WebhookChoice choice() {
    return new WebhookChoice(
        url,
        milestones,
        ofAll ? Webhook.Scope.ALL : Webhook.Scope.OWN,
        isPaused ? Webhook.State.PAUSED : Webhook.State.ACTIVE);
  }

  static List<Milestone> offered() {
    return List.of(Milestone.values());
  }
}
