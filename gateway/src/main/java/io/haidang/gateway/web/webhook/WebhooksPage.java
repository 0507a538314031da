package io.haidang.gateway.web.webhook;

import io.haidang.gateway.GatewayException;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.gateway.webhook.Webhook;
import io.haidang.gateway.webhook.Webhooks;
import io.haidang.gateway.webhook.Webhooks.Made;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The subscriptions that somebody may see, and a form for one more. */
final class WebhooksPage {

  private final Webhooks webhooks;
  private final Renderer renderer;

  WebhooksPage(Webhooks webhooks, Renderer renderer) {
    this.webhooks = webhooks;
    this.renderer = renderer;
  }

  /**
   * The list.
   *
   * @param made one that was just made, with its secret, or null
   * @param problem in words; empty for none
   */
  record View(List<Webhook> webhooks, TypedWebhook form, String problem, @Nullable Made made) {}

  Reply show(Visit visit) {
    return page(visit, 200, TypedWebhook.EMPTY, "", null);
  }

  Reply create(Visit visit) {
    TypedWebhook typed = TypedWebhook.of(visit.request());
    try {
      Made made = webhooks.create(typed.choice(), visit.account());
      return page(visit, 200, TypedWebhook.EMPTY, "", made);
    } catch (GatewayException e) {
      return page(visit, 422, typed, visit.texts().get("webhook." + e.code().id()), null);
    }
  }

  private Reply page(
      Visit visit, int status, TypedWebhook form, String problem, @Nullable Made made) {
    View view = new View(webhooks.list(visit.account()), form, problem, made);
    String title = visit.texts().get("webhooks.title");
    return Reply.html(status, renderer.page(visit, "webhook/webhooks", title, "account", view));
  }
}
