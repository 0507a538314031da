package io.haidang.gateway.web.account;

import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.AccountDesk;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.gateway.web.kit.WebRequest;

/** One's own account. */
final class OwnPage {

  private final AccountDesk desk;
  private final Renderer renderer;

  OwnPage(AccountDesk desk, Renderer renderer) {
    this.desk = desk;
    this.renderer = renderer;
  }

  /** Who one is, and why a new password was refused. */
  record View(Problem problem) {}

  Reply show(Visit visit) {
    return page(visit, Problem.NONE);
  }

  /** Whoever has a new password signs in with it. */
  Reply changePassword(Visit visit) {
    WebRequest request = visit.request();
    if (!request.field("new").equals(request.field("again"))) {
      return page(visit, new Problem(422, visit.texts().get("account.passwords-differ")));
    }
    try {
      desk.changeOwnPassword(visit.account(), request.field("present"), request.field("new"));
      return Reply.redirect("/sign-in?next=/account");
    } catch (GatewayException e) {
      return page(visit, Problem.of(e, "account.password-unfit", visit.texts()));
    }
  }

  private Reply page(Visit visit, Problem problem) {
    String title = visit.texts().get("account.own");
    return Reply.html(
        problem.status(), renderer.page(visit, "account/own", title, "", new View(problem)));
  }
}
