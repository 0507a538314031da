package io.haidang.gateway.web.kit;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.Sessions.WebSession;
import java.util.Optional;

/**
 * A request, who makes it, and in which language to answer.
 *
 * @param formToken what the forms of this browser have to send back
 */
public record Visit(
    WebRequest request, Texts texts, Optional<WebSession> session, String formToken) {

  /** Who is signed in; pages that ask for it are only reached with somebody. */
  public Account account() {
    return session.map(WebSession::account).orElseThrow(Visit::noSession);
  }

  static GatewayException noSession() {
    return new GatewayException(
        ErrorCode.NOT_SIGNED_IN, "session: none (expected: somebody signed in)");
  }
}
