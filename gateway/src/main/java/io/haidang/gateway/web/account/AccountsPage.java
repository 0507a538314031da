package io.haidang.gateway.web.account;

import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.AccountDesk;
import io.haidang.gateway.auth.AccountDesk.Issued;
import io.haidang.gateway.auth.AccountEntry;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.Visit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everybody who may sign in, and a form for one more. */
final class AccountsPage {

  private final AccountDesk desk;
  private final Renderer renderer;

  AccountsPage(AccountDesk desk, Renderer renderer) {
    this.desk = desk;
    this.renderer = renderer;
  }

  /**
   * The list.
   *
   * @param issued an account that was just made, with its password, or null
   */
  record View(
      List<AccountEntry> entries, TypedAccount form, Problem problem, @Nullable Issued issued) {

    /** To choose from; another one can be typed. */
    List<String> offices() {
      return entries.stream().map(entry -> entry.account().office().name()).distinct().toList();
    }
  }

  Reply show(Visit visit) {
    return page(visit, TypedAccount.empty(visit.account()), Problem.NONE, null);
  }

  Reply create(Visit visit) {
    TypedAccount typed = TypedAccount.of(visit.request());
    try {
      Issued issued = desk.create(typed.login(), typed.form(), visit.account());
      return page(visit, TypedAccount.empty(visit.account()), Problem.NONE, issued);
    } catch (GatewayException e) {
      return page(visit, typed, Problem.of(e, "account.unfit", visit.texts()), null);
    }
  }

  private Reply page(Visit visit, TypedAccount typed, Problem problem, @Nullable Issued issued) {
    View view = new View(desk.list(visit.account()), typed, problem, issued);
    String title = visit.texts().get("accounts.title");
    return Reply.html(
        problem.status(), renderer.page(visit, "account/accounts", title, "admin", view));
  }
}
