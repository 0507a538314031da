package io.haidang.gateway.http.account;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.AccountDesk;
import io.haidang.gateway.auth.AccountDesk.Issued;
import io.haidang.gateway.auth.AccountEntry;
import io.haidang.gateway.auth.AccountEvent;
import io.haidang.gateway.auth.AccountForm;
import io.haidang.gateway.auth.OfficeDesk;
import io.haidang.gateway.auth.OfficeEntry;
import io.haidang.gateway.auth.SessionDesk;
import io.haidang.gateway.http.kit.ApiCall;
import io.haidang.gateway.http.kit.ApiJson;
import io.haidang.gateway.http.kit.Operations;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.translation.review.Role;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.stream.Collectors;

/** Accounts are made, changed, closed and opened again. */
public final class AccountOperations {

  private final AccountDesk desk;

  private AccountOperations(AccountDesk desk) {
    this.desk = desk;
  }

  public static void add(Operations operations) {
    AccountDesk desk = operations.services().accounts().desk();
    AccountOperations room = new AccountOperations(desk);
    OfficeDesk offices = operations.services().accounts().offices();
    operations.json(
        "listOffices",
        call -> ApiJson.list("offices", offices.list(call.account()), AccountOperations::office));
    operations.reply("renameOffice", call -> rename(offices, call));
    operations.json("listAccounts", room::list);
    operations.reply("createAccount", room::create);
    operations.json("getAccount", room::get);
    operations.json(
        "changeAccount", call -> entry(desk.change(call.id(), form(call), call.account())));
    operations.json("closeAccount", call -> entry(desk.close(call.id(), call.account())));
    operations.json("reopenAccount", call -> entry(desk.reopen(call.id(), call.account())));
    SessionDesk sessions = operations.services().accounts().sessionDesk();
    operations.json("endSessions", call -> entry(sessions.endAll(call.id(), call.account())));
    operations.created(
        "renewPassword", call -> issued(desk.renewPassword(call.id(), call.account())));
  }

  private static Reply rename(OfficeDesk offices, ApiCall call) {
    JsonObject body = call.body();
    offices.rename(
        body.getString("from"),
        body.getString("to"),
        body.getBoolean("join", false),
        call.account());
    return Reply.nothing();
  }

  private static JsonObject office(OfficeEntry entry) {
    return new JsonObject()
        .put("name", entry.office().name())
        .put("people", entry.people())
        .put("closed", entry.closed())
        .put("stories", entry.stories());
  }

  private JsonObject list(ApiCall call) {
    return ApiJson.list("accounts", desk.list(call.account()), AccountOperations::entry);
  }

  private Reply create(ApiCall call) {
    JsonObject made =
        issued(desk.create(call.body().getString("login"), form(call), call.account()));
    return Reply.json(201, made).with("Location", made.getString("href"));
  }

  private JsonObject get(ApiCall call) {
    return new JsonObject()
        .put("account", entry(desk.entry(call.id(), call.account())))
        .put(
            "events",
            ApiJson.array(desk.events(call.id(), call.account()), AccountOperations::event));
  }

  private static AccountForm form(ApiCall call) {
    JsonObject body = call.body();
    return AccountForm.of(
        body.getString("displayName"),
        body.getString("office"),
        body.getJsonArray("roles").stream()
            .map(name -> PublicName.constant(Role.class, String.valueOf(name)))
            .collect(Collectors.toSet()));
  }

  private static JsonObject entry(AccountEntry entry) {
    Account account = entry.account();
    return new JsonObject()
        .put("id", account.id().toString())
        .put("login", account.login())
        .put("displayName", account.displayName())
        .put("office", account.office().name())
        .put("roles", new JsonArray(account.roles().stream().sorted().map(PublicName::of).toList()))
        .put("createdAt", entry.createdAt().toString())
        .put("closedAt", entry.closedAt() == null ? null : entry.closedAt().toString())
        .put("href", href(account));
  }

  private static JsonObject issued(Issued issued) {
    return new JsonObject()
        .put("id", issued.account().id().toString())
        .put("login", issued.account().login())
        .put("password", issued.password())
        .put("href", href(issued.account()));
  }

  private static String href(Account account) {
    return "/api/v1/accounts/" + account.id();
  }

  private static JsonObject event(AccountEvent event) {
    return new JsonObject()
        .put("type", event.type())
        .put("actor", event.actor())
        .put("at", event.at().toString())
        .put("data", new JsonObject(event.data()));
  }
}
