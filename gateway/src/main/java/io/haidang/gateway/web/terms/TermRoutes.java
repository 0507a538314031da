package io.haidang.gateway.web.terms;

import io.haidang.gateway.http.kit.HttpServices;
import io.haidang.gateway.terms.Terminology;
import io.haidang.gateway.web.kit.PageRouter;

/** The pages about official names: the list, one concept, candidates and proposals. */
public final class TermRoutes {

  private TermRoutes() {}

  public static void add(PageRouter router) {
    addLists(router);
    addConcepts(router);
    addProposals(router);
  }

  private static void addLists(PageRouter router) {
    HttpServices services = router.services();
    Terminology terms = services.terms();
    GlossaryPage glossary = new GlossaryPage(terms, router.renderer(), services.clock());
    CandidatesPage candidates =
        new CandidatesPage(
            terms.candidates(),
            services.drafts(),
            services.visibility(),
            router.renderer(),
            services.clock());
    router.get("/glossary", glossary::show);
    router.get("/glossary/candidates", candidates::show);
  }

  private static void addConcepts(PageRouter router) {
    HttpServices services = router.services();
    Terminology terms = services.terms();
    ConceptPage concept = new ConceptPage(terms, router.renderer(), services.clock());
    ConceptEditor editor = new ConceptEditor(terms, router.renderer());
    ConceptActions actions = new ConceptActions(terms, concept);
    TermPanel panel = new TermPanel(terms, router.renderer(), services.clock());
    router.get("/glossary/new", editor::create);
    router.post("/glossary/new", editor::proposeNew);
    router.get("/glossary/concepts/:concept", concept::show);
    router.get("/glossary/concepts/:concept/panel", panel::show);
    router.get("/glossary/concepts/:concept/uses", concept::uses);
    router.get("/glossary/concepts/:concept/edit", editor::edit);
    router.post("/glossary/concepts/:concept/edit", editor::proposeChange);
    router.post("/glossary/concepts/:concept/proposals", actions::propose);
    router.post("/glossary/concepts/:concept/comments", actions::comment);
  }

  private static void addProposals(PageRouter router) {
    Terminology terms = router.services().terms();
    ProposalsPage proposals = new ProposalsPage(terms, router.renderer());
    ProposalDecisions decisions = new ProposalDecisions(terms, proposals);
    router.get("/glossary/proposals", proposals::show);
    router.post("/glossary/proposals", decisions::decide);
  }
}
