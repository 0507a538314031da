package io.haidang.gateway.web.inbox;

import io.haidang.gateway.web.kit.PageRouter;

/** The pages of what one is told. */
public final class InboxRoutes {

  private InboxRoutes() {}

  public static void add(PageRouter router) {
    InboxPage inbox = new InboxPage(router.services().inbox(), router.renderer());
    InboxSettingsPage settings =
        new InboxSettingsPage(router.services().inbox(), router.renderer());
    LettersPage letters = new LettersPage(router.services().letters(), router.renderer());
    router.get("/letters", letters::show);
    router.post("/letters/replay", letters::replay);
    router.get("/inbox", inbox::show);
    router.post("/inbox/read", inbox::markRead);
    router.get("/inbox/settings", settings::show);
    router.post("/inbox/settings", settings::choose);
    router.get("/inbox/:number", inbox::open);
  }
}
