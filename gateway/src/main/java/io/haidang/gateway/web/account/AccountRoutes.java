package io.haidang.gateway.web.account;

import io.haidang.gateway.auth.AccountDesk;
import io.haidang.gateway.http.kit.Download;
import io.haidang.gateway.privacy.OwnData;
import io.haidang.gateway.web.kit.PageRouter;

/** The pages of whoever keeps accounts, and that of one's own. */
public final class AccountRoutes {

  private AccountRoutes() {}

  public static void add(PageRouter router) {
    AccountDesk desk = router.services().accounts().desk();
    AccountsPage list = new AccountsPage(desk, router.renderer());
    AccountPage one =
        new AccountPage(desk, router.services().accounts().sessionDesk(), router.renderer());
    OwnPage own = new OwnPage(desk, router.renderer());
    router.get("/accounts", list::show);
    router.post("/accounts", list::create);
    router.get("/accounts/:id", one::show);
    router.post("/accounts/:id", one::change);
    router.post("/accounts/:id/close", one::close);
    router.post("/accounts/:id/reopen", one::reopen);
    router.post("/accounts/:id/sessions", one::endSessions);
    router.post("/accounts/:id/password", one::renewPassword);
    OfficesPage offices =
        new OfficesPage(router.services().accounts().offices(), router.renderer());
    router.get("/offices", offices::show);
    router.post("/offices", offices::rename);
    OwnData data = router.services().admin().ownData();
    router.download(
        "/account/data",
        account -> new Download("my-data.zip", "application/zip", data.zip(account)));
    router.get("/account", own::show);
    router.post("/account/password", own::changePassword);
    SessionsPage sessions =
        new SessionsPage(router.services().accounts().sessionDesk(), router.renderer());
    router.get("/account/sessions", sessions::show);
    router.post("/account/sessions", sessions::end);
  }
}
