package io.haidang.gateway.web.discussion;

import io.haidang.gateway.web.kit.PageRouter;

/** The pages on which colleagues talk about a text. */
public final class DiscussionRoutes {

  private DiscussionRoutes() {}

  public static void add(PageRouter router) {
    DiscussionPages pages = new DiscussionPages(router.services(), router.renderer());
    router.get("/targets/:id/comments", pages::show);
    router.get("/targets/:id/segments/:index/comments", pages::showSegment);
    router.get("/targets/:id/colleagues", pages::colleagues);
    router.post("/targets/:id/comments", pages::begin);
    router.post("/targets/:id/comments/:thread", pages::answer);
    router.post("/targets/:id/comments/:thread/edit", pages::edit);
    router.post("/targets/:id/comments/:thread/state", pages::move);
  }
}
