package io.haidang.gateway.web.draft;

import io.haidang.gateway.http.kit.HttpServices;
import io.haidang.gateway.web.kit.PageRouter;

/** The pages for handing drafts in and following them. */
public final class DraftRoutes {

  private DraftRoutes() {}

  public static void add(PageRouter router) {
    HttpServices services = router.services();
    DraftsPage drafts = new DraftsPage(services.drafts(), router.renderer(), services.clock());
    SubmitPage submit = new SubmitPage(services.drafts(), router.renderer(), services.clock());
    router.get("/drafts", drafts::show);
    router.get("/drafts/new", submit::show);
    router.post("/drafts", submit::submit);
  }
}
