package io.haidang.gateway.http.key;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.auth.KeyLimits;
import io.haidang.gateway.auth.NewApiKey;
import io.haidang.gateway.auth.Scope;
import io.haidang.gateway.http.kit.ApiCall;
import io.haidang.gateway.http.kit.ApiJson;
import io.haidang.gateway.http.kit.Operations;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.limit.KeyCsv;
import io.haidang.gateway.limit.KeyLine;
import io.haidang.gateway.limit.KeyRegister;
import io.haidang.gateway.limit.KeyReport;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keys are made, changed and revoked, and what they take is added up. */
public final class KeyOperations {

  private final KeyRegister keys;
  private final KeyJson json;
  private final Clock clock;

  private KeyOperations(KeyRegister keys, Clock clock) {
    this.keys = keys;
    this.json = new KeyJson(clock);
    this.clock = clock;
  }

  public static void add(Operations operations) {
    KeyRegister keys = operations.services().keys();
    KeyOperations room = new KeyOperations(keys, operations.services().clock());
    operations.json("listKeys", room::list);
    operations.reply("createKey", room::create);
    operations.json("getKey", call -> room.json.line(keys.line(call.id(), call.account())));
    operations.json("changeKey", room::change);
    operations.json("revokeKey", call -> room.json.line(keys.revoke(call.id(), call.account())));
    operations.json("getKeyUse", room::report);
    operations.reply("getKeyUseCsv", call -> Reply.text("text/csv", KeyCsv.of(room.of(call))));
  }

  private JsonObject list(ApiCall call) {
    return ApiJson.list("keys", keys.list(call.account()), json::line);
  }

  private Reply create(ApiCall call) {
    JsonObject body = call.body();
    KeyRegister.Made made =
        keys.create(
            body.getString("login"),
            account -> form(account, body, KeyLimits.DEFAULT, Scope.ALL, null, ""),
            call.account());
    JsonObject line = json.line(made.line());
    return Reply.json(201, line.put("secret", made.secret()))
        .with("Location", line.getString("href"));
  }

  /** What the body does not say stays as it is. */
  private JsonObject change(ApiCall call) {
    KeyLine present = keys.line(call.id(), call.account());
    KeyLine changed =
        keys.change(
            call.id(),
            account ->
                form(
                    account,
                    call.body(),
                    present.entry().key().limits(),
                    present.entry().key().scopes(),
                    present.entry().expiresAt(),
                    present.entry().key().name()),
            call.account());
    return json.line(changed);
  }

  private static NewApiKey form(
      UUID account,
      JsonObject body,
      KeyLimits limits,
      Set<Scope> scopes,
      @Nullable Instant expiresAt,
      String name) {
    JsonArray named = body.getJsonArray("scopes");
    return new NewApiKey(
        account,
        body.getString("name", name),
        named == null ? scopes : scopes(named),
        limits(body.getJsonObject("limits", new JsonObject()), limits),
        body.containsKey("expiresAt")
            ? ApiCall.instant("expiresAt", body.getString("expiresAt"))
            : expiresAt);
  }

  private static Set<Scope> scopes(JsonArray names) {
    return names.stream()
        .map(name -> PublicName.constant(Scope.class, String.valueOf(name)))
        .collect(Collectors.toSet());
  }

  private static KeyLimits limits(JsonObject wanted, KeyLimits usual) {
    return new KeyLimits(
        wanted.containsKey("requestsPerMinute")
            ? wanted.getInteger("requestsPerMinute")
            : usual.requestsPerMinute(),
        wanted.containsKey("charactersPerMonth")
            ? wanted.getLong("charactersPerMonth")
            : usual.charactersPerMonth(),
        wanted.containsKey("documentsPerMonth")
            ? wanted.getLong("documentsPerMonth")
            : usual.documentsPerMonth(),
        wanted.getInteger("concurrent", usual.concurrent()));
  }

  private JsonObject report(ApiCall call) {
    return ApiJson.list("lines", of(call).lines(), KeyJson::reportLine)
        .put("from", from(call).toString())
        .put("to", to(call).toString());
  }

  private KeyReport of(ApiCall call) {
    KeyReport.By by =
        call.text("by")
            .map(name -> PublicName.constant(KeyReport.By.class, name))
            .orElse(KeyReport.By.KEY);
    return keys.report(from(call), to(call), by, call.account());
  }

  private LocalDate to(ApiCall call) {
    return call.day("to", LocalDate.now(clock));
  }

  private LocalDate from(ApiCall call) {
    return call.day("from", to(call).withDayOfMonth(1));
  }
}
