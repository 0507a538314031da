package io.haidang.gateway.web;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Accounts;
import io.haidang.gateway.auth.Sessions;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.oidc.OidcSignIn;
import io.haidang.gateway.web.kit.BrowserCookies;
import io.haidang.gateway.web.kit.LocalPath;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.gateway.web.kit.WebRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Signing in and out. */
final class SignInPage {

  private final Accounts accounts;
  private final Sessions sessions;
  private final Entrance entrance;
  private final Optional<OidcSignIn> provider;
  private final Renderer renderer;

  SignInPage(
      Accounts accounts,
      Sessions sessions,
      Entrance entrance,
      Optional<OidcSignIn> provider,
      Renderer renderer) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.entrance = entrance;
    this.provider = provider;
    this.renderer = renderer;
  }

  /**
   * The form.
   *
   * @param login as it was typed
   * @param next path to go to afterwards
   * @param problem what went wrong with the last try; empty when nothing did
   * @param provider host of the provider at which people may sign in, too; empty for none
   */
  record View(String login, String next, String problem, String provider) {

    /** To the provider, and back to where the person wanted to go. */
    String toProvider() {
      return ProviderPages.BEGIN + "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }
  }

  /** A desk without anybody waits for its administrator first. */
  Reply show(Visit visit) {
    if (accounts.firstRun().isOpen()) {
      return Reply.redirect("/setup");
    }
    return form(visit, 200, "", LocalPath.of(visit.request().parameter("next")), "");
  }

  Reply signIn(Visit visit) {
    WebRequest request = visit.request();
    String next = LocalPath.of(request.field("next"));
    try {
      Visit admitted =
          entrance.admit(visit, accounts.signIn(request.field("login"), request.field("password")));
      return Entrance.remembered(admitted, Reply.redirect(next));
    } catch (GatewayException e) {
      int status = status(e);
      String problem = visit.texts().error(e.code().id() + ".sign-in");
      return form(visit, status, request.field("login"), next, problem);
    }
  }

  /** Any other failure is not the form's business. */
  private static int status(GatewayException e) {
    if (e.code() == ErrorCode.WRONG_CREDENTIALS) {
      return 401;
    }
    if (e.code() == ErrorCode.TOO_MANY_REQUESTS) {
      return 429;
    }
    throw e;
  }

  /** The form again, for somebody who came back from the provider without being let in. */
  Reply refused(Visit visit, int status, String problem) {
    return form(visit, status, "", "/", problem);
  }

  /** Whoever came in by the provider is signed out there, too. */
  Reply signOut(Visit visit) {
    WebRequest request = visit.request();
    request.cookie(BrowserCookies.SESSION).ifPresent(sessions::end);
    String there =
        provider
            .filter(known -> request.cookie(BrowserCookies.PROVIDER).isPresent())
            .flatMap(known -> known.signOut(URI.create(request.origin() + "/sign-in")))
            .map(URI::toString)
            .orElse("/sign-in");
    return Reply.redirect(there)
        .with(BrowserCookies.removed(request, BrowserCookies.SESSION))
        .with(BrowserCookies.removed(request, BrowserCookies.PROVIDER));
  }

  private Reply form(Visit visit, int status, String login, String next, String problem) {
    View view = new View(login, next, problem, provider.map(OidcSignIn::host).orElse(""));
    String title = visit.texts().get("sign-in.title");
    return Reply.html(status, renderer.page(visit, "signIn", title, "", view))
        .with(BrowserCookies.temporary(visit.request(), BrowserCookies.VISITOR, visit.formToken()));
  }
}
