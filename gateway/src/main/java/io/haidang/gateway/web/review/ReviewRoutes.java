package io.haidang.gateway.web.review;

import io.haidang.gateway.http.kit.HttpServices;
import io.haidang.gateway.web.kit.PageRouter;

/** The pages of reviewers: one translation with what may be done to it. */
public final class ReviewRoutes {

  private ReviewRoutes() {}

  public static void add(PageRouter router) {
    HttpServices services = router.services();
    Workbench workbench = new Workbench(services, router.renderer());
    SegmentEdits edits = new SegmentEdits(services, router.renderer(), workbench);
    MemoryPanel memory = new MemoryPanel(services, router.renderer());
    TypedCopies copies = new TypedCopies(services.desk());
    RepeatedSegments repeats = new RepeatedSegments(services, router.renderer());
    MatchedConfirmation matched = new MatchedConfirmation(services.desk());
    TypedSegment typed = new TypedSegment(services, router.renderer());
    SegmentHistory history = new SegmentHistory(services.desk(), router.renderer());
    Decisions decisions = new Decisions(services.desk(), workbench);
    VersionsPage versions = new VersionsPage(services.desk(), router.renderer());
    TargetPages about = new TargetPages(services.desk(), router.renderer());
    router.get("/targets/:id", workbench::show);
    router.get("/targets/:id/progress", about::progress);
    router.get("/targets/:id/summary", about::summary);
    router.get("/targets/:id/history", about::history);
    router.get("/targets/:id/versions", versions::show);
    router.get("/targets/:id/segments/:index/memory", memory::show);
    router.get("/targets/:id/segments/:index/history", history::show);
    router.post("/targets/:id/segments/:index", edits::save);
    router.post("/targets/:id/segments/:index/typed", typed::show);
    router.post("/targets/:id/segments/:index/working-copy", copies::keep);
    router.post("/targets/:id/segments/:index/working-copy/discard", copies::discard);
    router.post("/targets/:id/segments/:index/repetitions", repeats::carry);
    router.post("/targets/:id/segments/:index/repetitions/undo", repeats::takeBack);
    router.post("/targets/:id/segments/:index/findings/:finding", edits::accept);
    router.post("/targets/:id/matched", matched::confirm);
    router.post("/targets/:id/decision", decisions::decide);
    router.post("/targets/:id/export", decisions::download);
  }
}
