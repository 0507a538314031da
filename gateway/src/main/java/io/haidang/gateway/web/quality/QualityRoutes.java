package io.haidang.gateway.web.quality;

import io.haidang.gateway.http.kit.HttpServices;
import io.haidang.gateway.web.kit.PageRouter;

/** What is said about translations, and sign-off of many at once. */
public final class QualityRoutes {

  private QualityRoutes() {}

  public static void add(PageRouter router) {
    HttpServices services = router.services();
    RequestEdits requests = new RequestEdits(services, router.renderer());
    ApprovalsPage approvals = new ApprovalsPage(services.desk(), router.renderer());
    router.post("/targets/:id/segments/:index/change-request", requests::mark);
    router.post("/targets/:id/segments/:index/annotations", requests::annotate);
    router.post("/targets/:id/segments/:index/annotations/:annotation/removal", requests::remove);
    router.post("/targets/:id/segments/:index/focus", requests::beat);
    TextQualityPage text = new TextQualityPage(services, router.renderer());
    router.get("/targets/:id/quality", text::show);
    router.get("/targets/:id/quality/csv", text::csv);
    QualityPage quality = new QualityPage(services, router.renderer());
    router.get("/quality", quality::show);
    router.get("/quality/csv/:kind", quality::csv);
    router.post("/quality/limits", quality::setLimits);
    SamplePages samples = new SamplePages(services, router.renderer());
    router.get("/quality/samples", samples::list);
    router.post("/quality/samples", samples::draw);
    router.get("/quality/samples/:sample", samples::show);
    router.post("/quality/samples/:sample/texts/:text", samples::read);
    router.get("/approvals", approvals::show);
    router.post("/approvals", approvals::approve);
  }
}
