package io.haidang.gateway.web;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.Sessions;
import io.haidang.gateway.auth.Sessions.WebSession;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.web.kit.BrowserCookies;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.gateway.web.kit.WebRequest;
import java.util.Optional;

/** Lets somebody in who has proved who it is, whatever the proof was. */
final class Entrance {

  private final Sessions sessions;

  Entrance(Sessions sessions) {
    this.sessions = sessions;
  }

  /**
   * The same visit, signed in: with a new secret for the new session, and the old one, should there
   * be any, worth nothing.
   */
  Visit admit(Visit visit, Account account) {
    WebSession session = sessions.start(account, visit.request().browser());
    visit.request().cookie(BrowserCookies.SESSION).ifPresent(sessions::end);
    return new Visit(visit.request(), visit.texts(), Optional.of(session), session.csrfToken());
  }

  /** Gives the browser of an admitted visit what it needs to be known again. */
  static Reply remembered(Visit admitted, Reply reply) {
    WebRequest request = admitted.request();
    return reply
        .with(
            BrowserCookies.temporary(
                request, BrowserCookies.SESSION, admitted.session().orElseThrow().token()))
        .with(BrowserCookies.removed(request, BrowserCookies.VISITOR));
  }
}
