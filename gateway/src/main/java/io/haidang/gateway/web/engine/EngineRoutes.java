package io.haidang.gateway.web.engine;

import io.haidang.gateway.web.kit.PageRouter;

/** The page of engines. */
public final class EngineRoutes {

  private EngineRoutes() {}

  public static void add(PageRouter router) {
    EnginesPage page = new EnginesPage(router.services().admin().engines(), router.renderer());
    router.get("/engines", page::show);
    router.post("/engines/switch", page::turn);
    router.post("/engines/order", page::order);
  }
}
