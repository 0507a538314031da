package io.haidang.gateway.web.account;

import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.AccountDesk;
import io.haidang.gateway.auth.AccountDesk.Issued;
import io.haidang.gateway.auth.AccountEntry;
import io.haidang.gateway.auth.AccountEvent;
import io.haidang.gateway.auth.SessionDesk;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.Visit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One account, for whoever keeps them. */
final class AccountPage {

  private final AccountDesk desk;
  private final SessionDesk sessions;
  private final Renderer renderer;

  AccountPage(AccountDesk desk, SessionDesk sessions, Renderer renderer) {
    this.desk = desk;
    this.sessions = sessions;
    this.renderer = renderer;
  }

  /**
   * The account.
   *
   * @param issued its new password, or null
   */
  record View(
      AccountEntry entry,
      TypedAccount form,
      List<AccountEvent> events,
      Problem problem,
      @Nullable Issued issued) {

    String href() {
      return "/accounts/" + entry.account().id();
    }
  }

  private interface Step {
    void take(UUID id);
  }

  Reply show(Visit visit) {
    return page(visit, null, Problem.NONE, null);
  }

  Reply change(Visit visit) {
    TypedAccount typed = TypedAccount.of(visit.request());
    return step(visit, typed, id -> desk.change(id, typed.form(), visit.account()));
  }

  Reply close(Visit visit) {
    return step(visit, null, id -> desk.close(id, visit.account()));
  }

  Reply reopen(Visit visit) {
    return step(visit, null, id -> desk.reopen(id, visit.account()));
  }

  Reply endSessions(Visit visit) {
    return step(visit, null, id -> sessions.endAll(id, visit.account()));
  }

  Reply renewPassword(Visit visit) {
    return page(
        visit, null, Problem.NONE, desk.renewPassword(visit.request().id("id"), visit.account()));
  }

  private Reply step(Visit visit, @Nullable TypedAccount typed, Step step) {
    UUID id = visit.request().id("id");
    try {
      step.take(id);
      return Reply.redirect("/accounts/" + id);
    } catch (GatewayException e) {
      return page(visit, typed, Problem.of(e, "account.unfit", visit.texts()), null);
    }
  }

  private Reply page(
      Visit visit, @Nullable TypedAccount typed, Problem problem, @Nullable Issued issued) {
    UUID id = visit.request().id("id");
    AccountEntry entry = desk.entry(id, visit.account());
    View view =
        new View(
            entry,
            typed == null ? TypedAccount.of(entry.account()) : typed,
            desk.events(id, visit.account()),
            problem,
            issued);
    return Reply.html(
        problem.status(),
        renderer.page(visit, "account/account", entry.account().displayName(), "admin", view));
  }
}
