package io.haidang.gateway.http.kit;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.Accounts;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Lets requests pass that carry {@code Authorization: Bearer KEY}, before anything is parsed. */
public final class ApiKeyAuthentication implements Handler<RoutingContext> {

  private static final String ACCOUNT = "account";
  private static final String BEARER = "Bearer ";

  private final Accounts accounts;
  private final Blocking blocking;

  public ApiKeyAuthentication(Accounts accounts, Blocking blocking) {
    this.accounts = accounts;
    this.blocking = blocking;
  }

  @Override
  public void handle(RoutingContext request) {
    String header = request.request().getHeader("Authorization");
    if (header == null || !header.startsWith(BEARER)) {
      refuse(request, ErrorCode.NOT_SIGNED_IN, "Authorization: missing (expected: Bearer KEY)");
      return;
    }
    blocking
        .run(() -> accounts.byApiKey(header.substring(BEARER.length()).strip()))
        .onFailure(request::fail)
        .onSuccess(account -> admit(request, account));
  }

  private static void admit(RoutingContext request, Optional<Account> account) {
    if (account.isPresent()) {
      request.put(ACCOUNT, account.get());
      request.next();
    } else {
      refuse(
          request,
          ErrorCode.WRONG_CREDENTIALS,
          "key: unknown or revoked (expected: one that is in force)");
    }
  }

  private static void refuse(RoutingContext request, ErrorCode code, String message) {
    request.response().putHeader("WWW-Authenticate", "Bearer");
    request.fail(new GatewayException(code, message));
  }

  /** Whose key it was. */
  static Account account(RoutingContext request) {
    return request.get(ACCOUNT);
  }
}
