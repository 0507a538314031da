package io.haidang.gateway.web.aid;

import io.haidang.gateway.web.kit.PageRouter;

/** Pages and parts of pages beside the editor of a text. */
public final class AidRoutes {

  private AidRoutes() {}

  public static void add(PageRouter router) {
    OtherWordings wordings = new OtherWordings(router.services(), router.renderer());
    EarlierTexts earlier = new EarlierTexts(router.services(), router.renderer());
    Preview preview = new Preview(router.services(), router.renderer());
    TimeLine line = new TimeLine(router.services(), router.renderer());
    router.get("/targets/:id/segments/:index/alternatives", wordings::show);
    router.get("/targets/:id/concordance", earlier::show);
    router.get("/targets/:id/preview", preview::show);
    router.get("/targets/:id/timeline", line::show);
    router.get("/targets/:id/preview/document", preview::document);
  }
}
