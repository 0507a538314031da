package io.haidang.gateway.web.webhook;

import io.haidang.gateway.web.kit.PageRouter;
import io.haidang.gateway.webhook.Webhooks;

/** The pages of those who have programs told of things. */
public final class WebhookRoutes {

  private WebhookRoutes() {}

  public static void add(PageRouter router) {
    Webhooks webhooks = router.services().webhooks();
    WebhooksPage list = new WebhooksPage(webhooks, router.renderer());
    WebhookPage one = new WebhookPage(webhooks, router.renderer());
    router.get("/webhooks", list::show);
    router.post("/webhooks", list::create);
    router.get("/webhooks/:id", one::show);
    router.post("/webhooks/:id", one::change);
    router.post("/webhooks/:id/test", one::test);
    router.post("/webhooks/:id/replay", one::replay);
    router.post("/webhooks/:id/secret", one::renewSecret);
    router.post("/webhooks/:id/delete", one::delete);
  }
}
