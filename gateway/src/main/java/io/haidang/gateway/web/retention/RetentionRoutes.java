package io.haidang.gateway.web.retention;

import io.haidang.gateway.retention.Retention;
import io.haidang.gateway.web.kit.PageRouter;

/** The pages about keeping and deleting: of everything, and of one story. */
public final class RetentionRoutes {

  private RetentionRoutes() {}

  public static void add(PageRouter router) {
    Retention retention = router.services().admin().retention();
    RetentionPage policy = new RetentionPage(retention, router.renderer());
    KeepingPage keeping = new KeepingPage(retention, router.services().clock(), router.renderer());
    router.get("/retention", policy::show);
    router.post("/retention", policy::change);
    router.get("/stories/:story/keeping", keeping::show);
    router.post("/stories/:story/keeping/hold", keeping::hold);
    router.post("/stories/:story/keeping/lift", keeping::lift);
    router.post("/stories/:story/keeping/delete", keeping::delete);
  }
}
