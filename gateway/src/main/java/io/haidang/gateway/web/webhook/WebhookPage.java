package io.haidang.gateway.web.webhook;

import io.haidang.gateway.GatewayException;
import io.haidang.gateway.PublicName;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.web.kit.Pager;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.gateway.webhook.Delivery;
import io.haidang.gateway.webhook.Webhook;
import io.haidang.gateway.webhook.Webhooks;
import io.haidang.gateway.webhook.Webhooks.Made;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One subscription and what was sent. */
final class WebhookPage {

  private static final int PAGE = 50;

  private final Webhooks webhooks;
  private final Renderer renderer;

  WebhookPage(Webhooks webhooks, Renderer renderer) {
    this.webhooks = webhooks;
    this.renderer = renderer;
  }

  /**
   * The subscription.
   *
   * @param problem in words; empty for none
   * @param made with a new secret, or null
   */
  record View(
      Webhook webhook,
      TypedWebhook form,
      List<Delivery> deliveries,
      Map<Delivery.State, Long> counts,
      Pager pager,
      String problem,
      @Nullable Made made) {

    String href() {
      return "/webhooks/" + webhook.id();
    }

    long count(Delivery.State state) {
      return counts.getOrDefault(state, 0L);
    }
  }

  Reply show(Visit visit) {
    Webhook webhook = webhooks.find(id(visit), visit.account());
    return page(visit, 200, webhook, TypedWebhook.of(webhook), "", null);
  }

  Reply change(Visit visit) {
    TypedWebhook typed = TypedWebhook.of(visit.request());
    Webhook seen = webhooks.find(id(visit), visit.account());
    try {
      webhooks.change(seen.id(), typed.choice(), visit.account());
      return back(visit);
    } catch (GatewayException e) {
      String problem = visit.texts().get("webhook." + e.code().id());
      return page(visit, 422, seen, typed, problem, null);
    }
  }

  Reply test(Visit visit) {
    webhooks.test(id(visit), visit.account());
    return back(visit);
  }

  /** One message, or all that were given up. */
  Reply replay(Visit visit) {
    String delivery = visit.request().field("delivery");
    webhooks.replay(
        id(visit),
        delivery.isEmpty() ? null : (long) visit.request().number("delivery"),
        visit.account());
    return back(visit);
  }

  Reply renewSecret(Visit visit) {
    Made made = webhooks.renewSecret(id(visit), visit.account());
    return page(visit, 200, made.webhook(), TypedWebhook.of(made.webhook()), "", made);
  }

  Reply delete(Visit visit) {
    webhooks.delete(id(visit), visit.account());
    return Reply.redirect("/webhooks");
  }

  private static Reply back(Visit visit) {
    return Reply.redirect("/webhooks/" + id(visit));
  }

  private static UUID id(Visit visit) {
    return visit.request().id("id");
  }

  private Reply page(
      Visit visit,
      int status,
      Webhook webhook,
      TypedWebhook form,
      String problem,
      @Nullable Made made) {
    Map<Delivery.State, Long> counts = webhooks.counts(webhook.id(), visit.account());
    Optional<Delivery.State> state = state(visit);
    long total =
        state
            .map(one -> counts.getOrDefault(one, 0L))
            .orElseGet(() -> counts.values().stream().mapToLong(Long::longValue).sum());
    String address =
        "/webhooks/" + webhook.id() + state.map(one -> "?state=" + PublicName.of(one)).orElse("");
    Pager pager = Pager.of(visit.request(), address, total, PAGE);
    List<Delivery> deliveries =
        webhooks.deliveries(
            webhook.id(), state.orElse(null), pager.offset(PAGE), PAGE, visit.account());
    View view = new View(webhook, form, deliveries, counts, pager, problem, made);
    String title = visit.texts().get("webhook.title", webhook.url().getHost());
    return Reply.html(status, renderer.page(visit, "webhook/webhook", title, "account", view));
  }

  private static Optional<Delivery.State> state(Visit visit) {
    String wanted = visit.request().parameter("state");
    return Arrays.stream(Delivery.State.values())
        .filter(state -> PublicName.of(state).equals(wanted))
        .findFirst();
  }
}
