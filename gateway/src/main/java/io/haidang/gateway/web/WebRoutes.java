package io.haidang.gateway.web;

import io.haidang.gateway.http.Answers;
import io.haidang.gateway.http.Blocking;
import io.haidang.gateway.http.HttpServices;
import io.haidang.gateway.http.RequestBodies;
import io.haidang.gateway.terms.ProposalState;
import io.haidang.gateway.terms.Terminology;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.Executors;

/** The pages: which address shows what. */
public final class WebRoutes {

  private static final String API = "/api/";

  private final Router router;
  private final HttpServices services;
  private final Assets assets = new Assets();
  private final Renderer renderer;
  private final PageHandler pages;
  private final Blocking blocking;
  private final ErrorPages errors;

  private WebRoutes(Router router, HttpServices services, Blocking blocking) {
    this.router = router;
    this.services = services;
    this.blocking = blocking;
    this.renderer =
        new Renderer(
            assets, () -> services.terms().proposals().count(ProposalState.PROPOSED, null));
    this.pages = new PageHandler(services.sessions(), blocking);
    this.errors = new ErrorPages(renderer, pages);
  }

  /** Adds every page to {@code router}; failures outside the API become pages, too. */
  public static void mount(Router router, HttpServices services, Blocking blocking) {
    WebRoutes routes = new WebRoutes(router, services, blocking);
    routes.mountOpen();
    routes.mountDrafts();
    routes.mountTargets();
    routes.mountConcepts();
    routes.mountProposals();
    routes.mountReleases();
    routes.mountImport();
    routes.mountCampaigns();
    routes.mountFailures();
  }

  private void mountOpen() {
    SignInPage signIn = new SignInPage(services.accounts(), services.sessions(), renderer);
    router.get(Assets.PATH + ":name").handler(assets::send);
    router.get("/sign-in").handler(pages.open(signIn::show));
    router.post("/sign-in").handler(pages.open(signIn::signIn));
    router.post("/sign-out").handler(pages.open(signIn::signOut));
    router.post("/language").handler(pages.open(HomePage::chooseLanguage));
    router.get("/errors").handler(pages.open(errors::catalogue));
    router.get("/").handler(pages.signedIn(HomePage::show));
  }

  private void mountDrafts() {
    DraftsPage drafts = new DraftsPage(services.drafts(), renderer, services.clock());
    SubmitPage submit = new SubmitPage(services.drafts(), renderer, services.clock());
    QueuePage queue = new QueuePage(services.desk(), renderer, services.clock());
    router.get("/drafts").handler(pages.signedIn(drafts::show));
    router.get("/drafts/new").handler(pages.signedIn(submit::show));
    router.post("/drafts").handler(pages.signedIn(submit::submit));
    router.get("/queue").handler(pages.signedIn(queue::show));
  }

  private void mountTargets() {
    Workbench workbench = new Workbench(services, renderer);
    SegmentEdits edits = new SegmentEdits(services, renderer, workbench);
    Decisions decisions = new Decisions(services.desk(), workbench);
    TargetPages about = new TargetPages(services.desk(), renderer);
    router.get("/targets/:id").handler(pages.signedIn(workbench::show));
    router.get("/targets/:id/progress").handler(pages.signedIn(about::progress));
    router.get("/targets/:id/summary").handler(pages.signedIn(about::summary));
    router.get("/targets/:id/history").handler(pages.signedIn(about::history));
    router.post("/targets/:id/segments/:index").handler(pages.signedIn(edits::save));
    router.post("/targets/:id/decision").handler(pages.signedIn(decisions::decide));
    router.post("/targets/:id/export").handler(pages.signedIn(decisions::download));
  }

  private void mountConcepts() {
    Terminology terms = services.terms();
    GlossaryPage glossary = new GlossaryPage(terms, renderer, services.clock());
    ConceptPage concept = new ConceptPage(terms, renderer, services.clock());
    ConceptEditor editor = new ConceptEditor(terms, renderer);
    ConceptActions actions = new ConceptActions(terms, concept);
    TermPanel panel = new TermPanel(terms, renderer, services.clock());
    CandidatesPage candidates =
        new CandidatesPage(terms.candidates(), services.drafts(), renderer, services.clock());
    router.get("/glossary/candidates").handler(pages.signedIn(candidates::show));
    router.get("/glossary/concepts/:concept/panel").handler(pages.signedIn(panel::show));
    router.get("/glossary").handler(pages.signedIn(glossary::show));
    router.get("/glossary/new").handler(pages.signedIn(editor::create));
    router.post("/glossary/new").handler(pages.signedIn(editor::proposeNew));
    router.get("/glossary/concepts/:concept").handler(pages.signedIn(concept::show));
    router.get("/glossary/concepts/:concept/uses").handler(pages.signedIn(concept::uses));
    router.get("/glossary/concepts/:concept/edit").handler(pages.signedIn(editor::edit));
    router.post("/glossary/concepts/:concept/edit").handler(pages.signedIn(editor::proposeChange));
    router.post("/glossary/concepts/:concept/proposals").handler(pages.signedIn(actions::propose));
    router.post("/glossary/concepts/:concept/comments").handler(pages.signedIn(actions::comment));
  }

  private void mountProposals() {
    ProposalsPage proposals = new ProposalsPage(services.terms(), renderer);
    ProposalDecisions decisions = new ProposalDecisions(services.terms(), proposals);
    router.get("/glossary/proposals").handler(pages.signedIn(proposals::show));
    router.post("/glossary/proposals").handler(pages.signedIn(decisions::decide));
  }

  private void mountReleases() {
    ReleasePages releases = new ReleasePages(services.terms(), renderer);
    ReleaseExport export = new ReleaseExport(services.terms(), renderer);
    router.get("/glossary/releases").handler(pages.signedIn(releases::list));
    router.get("/glossary/diff").handler(pages.signedIn(releases::diff));
    router.get("/glossary/releases/:number/rollback").handler(pages.signedIn(releases::askBack));
    router.post("/glossary/releases/:number/rollback").handler(pages.signedIn(releases::goBack));
    router.get("/glossary/releases/:number/export").handler(pages.signedIn(export::choose));
    router.get("/glossary/releases/:number/file").handler(pages.signedIn(export::download));
  }

  private void mountCampaigns() {
    CampaignPages campaigns = new CampaignPages(services.campaigns(), services.terms(), renderer);
    ConceptPage concept = new ConceptPage(services.terms(), renderer, services.clock());
    CampaignActions actions = new CampaignActions(services.campaigns(), campaigns, concept);
    router.post("/glossary/concepts/:concept/campaigns").handler(pages.signedIn(actions::open));
    router.get("/glossary/campaigns").handler(pages.signedIn(campaigns::list));
    router.get("/glossary/campaigns/:campaign").handler(pages.signedIn(campaigns::show));
    router.get("/glossary/campaigns/:campaign/report").handler(pages.signedIn(campaigns::report));
    router.post("/glossary/campaigns/:campaign").handler(pages.signedIn(actions::decide));
  }

  private void mountImport() {
    ImportPages imports =
        new ImportPages(
            services.terms().files(),
            new ImportRuns(services.clock()),
            renderer,
            step -> blocking.run(Executors.callable(step)));
    router.get("/glossary/import").handler(pages.signedIn(imports::start));
    router.post(RequestBodies.LIST_FORM).handler(pages.signedIn(imports::upload));
    router.get("/glossary/import/run").handler(pages.signedIn(imports::run));
    router.get("/glossary/import/progress").handler(pages.signedIn(imports::progress));
    router.post("/glossary/import/run").handler(pages.signedIn(imports::decide));
  }

  private void mountFailures() {
    Handler<RoutingContext> fail =
        request -> {
          if (request.request().path().startsWith(API)) {
            Answers.problem(request);
          } else {
            errors.fail(request);
          }
        };
    router.route().last().failureHandler(fail);
    router.errorHandler(404, fail);
    router.errorHandler(405, fail);
  }
}
