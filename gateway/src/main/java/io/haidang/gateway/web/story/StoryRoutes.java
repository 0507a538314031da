package io.haidang.gateway.web.story;

import io.haidang.gateway.http.kit.HttpServices;
import io.haidang.gateway.web.kit.PageRouter;

/** The pages of stories and of what is made from them. */
public final class StoryRoutes {

  private StoryRoutes() {}

  public static void add(PageRouter router) {
    HttpServices services = router.services();
    StoriesPage stories = new StoriesPage(services.stories(), router.renderer());
    NewStoryPage begin = new NewStoryPage(services, router.renderer());
    StoryPage story = new StoryPage(services, router.renderer());
    router.get("/stories", stories::show);
    router.get("/stories/new", begin::show);
    router.post("/stories", begin::begin);
    router.get("/stories/:story", story::show);
    addParts(router, story);
    addProducts(router, story);
  }

  private static void addParts(PageRouter router, StoryPage story) {
    PartPages parts = new PartPages(router.services(), router.renderer(), story);
    FactsPage facts = new FactsPage(router.services(), router.renderer());
    router.post("/stories/:story/assets", parts::add);
    router.get("/stories/:story/assets/:asset", parts::show);
    router.post("/stories/:story/assets/:asset", parts::revise);
    ChangesPage changes = new ChangesPage(router.services().stories(), router.renderer());
    router.get("/stories/:story/assets/:asset/changes", changes::show);
    MediumPage medium = new MediumPage(router.services().stories());
    router.get("/stories/:story/assets/:asset/medium", medium::show);
    router.get("/stories/:story/products/:product/captions", medium::captions);
    router.get("/stories/:story/facts", facts::show);
    router.post("/stories/:story/facts", facts::correct);
  }

  private static void addProducts(PageRouter router, StoryPage story) {
    StoryActions actions = new StoryActions(router.services().stories(), story);
    StoryExport export = new StoryExport(router.services().stories());
    ProductPage product = new ProductPage(router.services(), router.renderer());
    router.post("/stories/:story/products", actions::ask);
    router.post("/stories/:story/remake", actions::remake);
    router.post("/stories/:story/publish", actions::publish);
    router.get("/stories/:story/products/:product", product::show);
    router.get("/stories/:story/products/:product/voice-over", product::voiceOver);
    router.get("/stories/:story/zip", export::zip);
    router.get("/stories/:story/content", export::content);
  }
}
