package io.haidang.gateway.web;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Accounts;
import io.haidang.gateway.auth.Sessions;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.web.kit.BrowserCookies;
import io.haidang.gateway.web.kit.LocalPath;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.gateway.web.kit.WebRequest;

/** Signing in and out. */
final class SignInPage {

  private final Accounts accounts;
  private final Sessions sessions;
  private final Entrance entrance;
  private final Renderer renderer;

  SignInPage(Accounts accounts, Sessions sessions, Entrance entrance, Renderer renderer) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.entrance = entrance;
    this.renderer = renderer;
  }

  /**
   * The form.
   *
   * @param login as it was typed
   * @param next path to go to afterwards
   * @param problem what went wrong with the last try; empty when nothing did
   */
  record View(String login, String next, String problem) {}

  /** A desk without anybody waits for its administrator first. */
  Reply show(Visit visit) {
    if (accounts.firstRun().isOpen()) {
      return Reply.redirect("/setup");
    }
    return form(visit, 200, new View("", LocalPath.of(visit.request().parameter("next")), ""));
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
      return form(visit, status, new View(request.field("login"), next, problem));
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

  Reply signOut(Visit visit) {
    visit.request().cookie(BrowserCookies.SESSION).ifPresent(sessions::end);
    return Reply.redirect("/sign-in")
        .with(BrowserCookies.removed(visit.request(), BrowserCookies.SESSION));
  }

  private Reply form(Visit visit, int status, View view) {
    String title = visit.texts().get("sign-in.title");
    return Reply.html(status, renderer.page(visit, "signIn", title, "", view))
        .with(BrowserCookies.temporary(visit.request(), BrowserCookies.VISITOR, visit.formToken()));
  }
}
