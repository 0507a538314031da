package io.haidang.gateway.web;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.FirstRun;
import io.haidang.gateway.auth.FirstRun.Claim;
import io.haidang.gateway.auth.FirstRun.Claimed;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.web.kit.BrowserCookies;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.gateway.web.kit.WebRequest;

/** The first visit to a new desk: its administrator chooses a password. */
final class SetupPage {

  private final FirstRun firstRun;
  private final Entrance entrance;
  private final Renderer renderer;

  SetupPage(FirstRun firstRun, Entrance entrance, Renderer renderer) {
    this.firstRun = firstRun;
    this.entrance = entrance;
    this.renderer = renderer;
  }

  /**
   * The form.
   *
   * @param typed of it, never the password
   * @param problem what was wrong with the last try; empty when nothing was
   */
  record View(Claim typed, String problem) {}

  Reply show(Visit visit) {
    if (!firstRun.isOpen()) {
      return Reply.redirect("/sign-in");
    }
    String code = visit.request().parameter("code");
    return form(visit, 200, new View(new Claim(code, "admin", "", "", "", true), ""));
  }

  Reply claim(Visit visit) {
    if (!firstRun.isOpen()) {
      return Reply.redirect("/sign-in");
    }
    WebRequest request = visit.request();
    Claim typed = typed(request, request.field("password"));
    if (!typed.password().equals(request.field("again"))) {
      return again(visit, 422, "account.passwords-differ");
    }
    if (!FirstRun.isPassword(typed.password())) {
      return again(visit, 422, "account.password-unfit");
    }
    try {
      return welcome(visit, firstRun.claim(typed));
    } catch (GatewayException e) {
      return refused(visit, e);
    }
  }

  private static Claim typed(WebRequest request, String password) {
    return new Claim(
        request.field("code"),
        request.field("login"),
        request.field("displayName"),
        request.field("office"),
        password,
        request.field("colleagues").equals("yes"));
  }

  private Reply refused(Visit visit, GatewayException e) {
    if (e.code() == ErrorCode.WRONG_CREDENTIALS) {
      return again(visit, 401, "setup.wrong-code");
    }
    if (e.code() == ErrorCode.TOO_MANY_REQUESTS) {
      return again(visit, 429, "setup.too-many");
    }
    if (e.code() == ErrorCode.GUESSABLE_PASSWORD) {
      return again(visit, 422, "account.password-guessable");
    }
    if (e.code() == ErrorCode.INVALID_REQUEST) {
      return again(visit, 422, "account.unfit");
    }
    throw e;
  }

  private Reply again(Visit visit, int status, String problem) {
    return form(visit, status, new View(typed(visit.request(), ""), visit.texts().get(problem)));
  }

  private Reply form(Visit visit, int status, View view) {
    String title = visit.texts().get("setup.title");
    return Reply.html(status, renderer.page(visit, "setup", title, "", view))
        .with(BrowserCookies.temporary(visit.request(), BrowserCookies.VISITOR, visit.formToken()));
  }

  /** The only page that ever shows the colleagues' passwords. */
  private Reply welcome(Visit visit, Claimed claimed) {
    Visit admitted = entrance.admit(visit, claimed.administrator());
    String title = visit.texts().get("setup.done");
    return Entrance.remembered(
        admitted, Reply.html(renderer.page(admitted, "welcome", title, "", claimed)));
  }
}
