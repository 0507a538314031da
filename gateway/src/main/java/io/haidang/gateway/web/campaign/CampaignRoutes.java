package io.haidang.gateway.web.campaign;

import io.haidang.gateway.http.kit.HttpServices;
import io.haidang.gateway.web.kit.PageRouter;
import io.haidang.gateway.web.terms.ConceptPage;

/** The pages of rename campaigns. */
public final class CampaignRoutes {

  private CampaignRoutes() {}

  public static void add(PageRouter router) {
    HttpServices services = router.services();
    CampaignPages campaigns =
        new CampaignPages(services.campaigns(), services.terms(), router.renderer());
    ConceptPage concept = new ConceptPage(services.terms(), router.renderer(), services.clock());
    CampaignActions actions = new CampaignActions(services.campaigns(), campaigns, concept);
    router.post("/glossary/concepts/:concept/campaigns", actions::open);
    router.get("/glossary/campaigns", campaigns::list);
    router.get("/glossary/campaigns/:campaign", campaigns::show);
    router.get("/glossary/campaigns/:campaign/report", campaigns::report);
    router.post("/glossary/campaigns/:campaign", actions::decide);
  }
}
