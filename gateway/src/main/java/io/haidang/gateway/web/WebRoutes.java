package io.haidang.gateway.web;

import io.haidang.gateway.http.kit.Answers;
import io.haidang.gateway.http.kit.Blocking;
import io.haidang.gateway.http.kit.HttpServices;
import io.haidang.gateway.http.kit.LogWatch;
import io.haidang.gateway.http.kit.RequestBodies;
import io.haidang.gateway.oidc.OidcSignIn;
import io.haidang.gateway.terms.ProposalState;
import io.haidang.gateway.web.account.AccountRoutes;
import io.haidang.gateway.web.aid.AidRoutes;
import io.haidang.gateway.web.audit.AuditRoutes;
import io.haidang.gateway.web.campaign.CampaignRoutes;
import io.haidang.gateway.web.channel.ChannelRoutes;
import io.haidang.gateway.web.discussion.DiscussionRoutes;
import io.haidang.gateway.web.draft.DraftRoutes;
import io.haidang.gateway.web.engine.EngineRoutes;
import io.haidang.gateway.web.inbox.InboxRoutes;
import io.haidang.gateway.web.key.KeyRoutes;
import io.haidang.gateway.web.kit.Assets;
import io.haidang.gateway.web.kit.PageHandler;
import io.haidang.gateway.web.kit.PageRouter;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.library.LibraryRoutes;
import io.haidang.gateway.web.live.LiveRoutes;
import io.haidang.gateway.web.quality.QualityRoutes;
import io.haidang.gateway.web.queue.QueueRoutes;
import io.haidang.gateway.web.release.ReleaseRoutes;
import io.haidang.gateway.web.report.ReportRoutes;
import io.haidang.gateway.web.retention.RetentionRoutes;
import io.haidang.gateway.web.review.ReviewRoutes;
import io.haidang.gateway.web.story.StoryRoutes;
import io.haidang.gateway.web.terms.TermRoutes;
import io.haidang.gateway.web.webhook.WebhookRoutes;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The pages: every room's, and those that are open to anybody. */
public final class WebRoutes {

  private static final String API = "/api/";

  /** What adds the pages of each room; a new room is one more line. */
  private static final List<Consumer<PageRouter>> ROOMS =
      List.of(
          DraftRoutes::add,
          LiveRoutes::add,
          QueueRoutes::add,
          ReviewRoutes::add,
          AidRoutes::add,
          QualityRoutes::add,
          DiscussionRoutes::add,
          InboxRoutes::add,
          TermRoutes::add,
          ReleaseRoutes::add,
          CampaignRoutes::add,
          ChannelRoutes::add,
          LibraryRoutes::add,
          ReportRoutes::add,
          KeyRoutes::add,
          StoryRoutes::add,
          AccountRoutes::add,
          AuditRoutes::add,
          RetentionRoutes::add,
          EngineRoutes::add,
          WebhookRoutes::add);

  private WebRoutes() {}

  /** Adds every page to {@code router}; failures outside the API become pages, too. */
  public static void mount(
      Router router,
      HttpServices services,
      RequestBodies bodies,
      Blocking blocking,
      Blocking strangers,
      LogWatch watch) {
    Assets assets = new Assets();
    PageHandler pages = new PageHandler(services.sessions(), services.visibility(), blocking);
    Renderer renderer =
        new Renderer(
            assets,
            account -> services.inbox().count(account, true),
            () -> services.terms().proposals().count(ProposalState.PROPOSED, null));
    ErrorPages errors = new ErrorPages(renderer, pages);
    router.get(Assets.PATH + ":name").handler(assets::send);
    PageRouter rooms = new PageRouter(router, services, bodies, blocking, pages, renderer, watch);
    rooms.get("/", HomePage::show);
    PageHandler doors = new PageHandler(services.sessions(), services.visibility(), strangers);
    addOpen(new PageRouter(router, services, bodies, strangers, doors, renderer, watch), errors);
    ROOMS.forEach(room -> room.accept(rooms));
    explainFailures(router, errors);
  }

  private static void addOpen(PageRouter router, ErrorPages errors) {
    HttpServices services = router.services();
    Entrance entrance = new Entrance(services.sessions());
    Optional<OidcSignIn> provider = services.admin().oidc();
    SignInPage signIn =
        new SignInPage(
            services.accounts(), services.sessions(), entrance, provider, router.renderer());
    if (provider.isPresent()) {
      ProviderPages pages = new ProviderPages(provider.get(), entrance, signIn);
      router.openGet(ProviderPages.BEGIN, pages::begin);
      router.openGet(ProviderPages.CALLBACK, pages::callback);
    }
    SetupPage setup = new SetupPage(services.accounts().firstRun(), entrance, router.renderer());
    router.openGet("/setup", setup::show);
    router.openPost("/setup", setup::claim);
    router.openGet("/sign-in", signIn::show);
    router.openPost("/sign-in", signIn::signIn);
    router.openPost("/sign-out", signIn::signOut);
    router.openPost("/language", HomePage::chooseLanguage);
    router.openPost("/theme", HomePage::chooseTheme);
    router.openGet("/errors", errors::catalogue);
  }

  private static void explainFailures(Router router, ErrorPages errors) {
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
