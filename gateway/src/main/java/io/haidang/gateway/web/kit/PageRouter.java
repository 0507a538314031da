package io.haidang.gateway.web.kit;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.feed.EventFeed.Choice;
import io.haidang.gateway.http.kit.Blocking;
import io.haidang.gateway.http.kit.Download;
import io.haidang.gateway.http.kit.EventStream;
import io.haidang.gateway.http.kit.HttpServices;
import io.haidang.gateway.http.kit.LogWatch;
import io.haidang.gateway.http.kit.RequestBodies;
import io.vertx.ext.web.Router;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Where the rooms of this package add their pages, and what they are made with.
 *
 * <p>Each room has one class {@code …Routes} with a method {@code add(PageRouter)}, which {@code
 * WebRoutes} lists.
 */
public final class PageRouter {

  private final Router router;
  private final HttpServices services;
  private final RequestBodies bodies;
  private final Blocking blocking;
  private final PageHandler pages;
  private final Renderer renderer;
  private final LogWatch watch;

  public PageRouter(
      Router router,
      HttpServices services,
      RequestBodies bodies,
      Blocking blocking,
      PageHandler pages,
      Renderer renderer,
      LogWatch watch) {
    this.router = router;
    this.services = services;
    this.bodies = bodies;
    this.blocking = blocking;
    this.pages = pages;
    this.renderer = renderer;
    this.watch = watch;
  }

  /** What the pages are about; everything in there blocks, as pages may. */
  public HttpServices services() {
    return services;
  }

  public Renderer renderer() {
    return renderer;
  }

  /** For work that goes on after a page has been answered. */
  public Blocking blocking() {
    return blocking;
  }

  /** Adds a page for those who are signed in. */
  public void get(String path, Page page) {
    router.get(path).handler(pages.signedIn(page));
  }

  /**
   * Adds an address that tells those who are signed in what happens in the log, for as long as they
   * stay so.
   *
   * @param most streams of one account
   * @param choice what of it; may refuse, and does not block
   */
  public void events(String path, int most, BiFunction<WebRequest, Account, Choice> choice) {
    router
        .get(path)
        .handler(
            request ->
                pages.withSession(
                    request,
                    session -> {
                      Choice chosen = choice.apply(WebRequest.of(request), session.account());
                      long after = EventStream.lastHeard(request).orElse(-1);
                      watch.admit(request, session.account().id(), most);
                      new EventStream(watch, request, chosen, () -> pages.isSignedIn(session))
                          .begin(after);
                    }));
  }

  /**
   * Adds an address from which those who are signed in get a file that is made while it is sent.
   *
   * @param file for whom; may block
   */
  public void download(String path, Function<Account, Download> file) {
    router.get(path).handler(pages.download(file));
  }

  /** Adds a form's address for those who are signed in; of others nothing is read. */
  public void post(String path, Page page) {
    router
        .post(path)
        .handler(pages::requireSession)
        .handler(bodies::ofKnown)
        .handler(pages.signedIn(page));
  }

  /** Adds a page for anybody. */
  public void openGet(String path, Page page) {
    router.get(path).handler(pages.open(page));
  }

  /** Adds a form's address for anybody; the form is short. */
  public void openPost(String path, Page page) {
    router.post(path).handler(bodies::open).handler(pages.open(page));
  }
}
