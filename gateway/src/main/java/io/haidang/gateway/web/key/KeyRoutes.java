package io.haidang.gateway.web.key;

import io.haidang.gateway.web.kit.PageRouter;

/** The pages of keys. */
public final class KeyRoutes {

  private KeyRoutes() {}

  public static void add(PageRouter router) {
    KeysPage keys =
        new KeysPage(router.services().keys(), router.renderer(), router.services().clock());
    KeyUsePage use =
        new KeyUsePage(router.services().keys(), router.renderer(), router.services().clock());
    router.get("/keys", keys::show);
    router.post("/keys", keys::create);
    router.get("/keys/use", use::latest);
    router.get("/keys/use/:month", use::show);
    router.get("/keys/use/:month/csv", use::csv);
    router.get("/keys/:id", keys::one);
    router.post("/keys/:id", keys::change);
    router.post("/keys/:id/revoke", keys::revoke);
  }
}
