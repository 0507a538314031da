package io.haidang.gateway.web;

import io.haidang.gateway.http.Answers;
import io.haidang.gateway.http.Blocking;
import io.haidang.gateway.http.HttpServices;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** The pages: which address shows what. */
public final class WebRoutes {

  private static final String API = "/api/";

  private final Router router;
  private final HttpServices services;
  private final Assets assets = new Assets();
  private final Renderer renderer = new Renderer(assets);
  private final PageHandler pages;
  private final ErrorPages errors;

  private WebRoutes(Router router, HttpServices services, Blocking blocking) {
    this.router = router;
    this.services = services;
    this.pages = new PageHandler(services.sessions(), blocking);
    this.errors = new ErrorPages(renderer, pages);
  }

  /** Adds every page to {@code router}; failures outside the API become pages, too. */
  public static void mount(Router router, HttpServices services, Blocking blocking) {
    WebRoutes routes = new WebRoutes(router, services, blocking);
    routes.mountOpen();
    routes.mountDrafts();
    routes.mountTargets();
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
    GlossaryPage glossary = new GlossaryPage(services::glossary, renderer, services.clock());
    router.get("/glossary").handler(pages.signedIn(glossary::show));
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
