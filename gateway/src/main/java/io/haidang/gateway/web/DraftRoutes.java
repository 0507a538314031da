package io.haidang.gateway.web;

import io.haidang.gateway.http.HttpServices;

/** The pages for handing drafts in and following them. */
final class DraftRoutes {

  private DraftRoutes() {}

  static void add(PageRouter router) {
    HttpServices services = router.services();
    DraftsPage drafts = new DraftsPage(services.drafts(), router.renderer(), services.clock());
    SubmitPage submit = new SubmitPage(services.drafts(), router.renderer(), services.clock());
    router.get("/drafts", drafts::show);
    router.get("/drafts/new", submit::show);
    router.post("/drafts", submit::submit);
  }
}
