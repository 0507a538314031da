package io.haidang.gateway.web.account;

import io.haidang.gateway.auth.OpenSession;
import io.haidang.gateway.auth.SessionDesk;
import io.haidang.gateway.auth.Sessions.WebSession;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.Visit;
import java.util.List;

/** Where one is signed in. */
final class SessionsPage {

  private final SessionDesk desk;
  private final Renderer renderer;

  SessionsPage(SessionDesk desk, Renderer renderer) {
    this.desk = desk;
    this.renderer = renderer;
  }

  /** Own sessions, this one among them. */
  record View(List<OpenSession> sessions) {}

  Reply show(Visit visit) {
    String title = visit.texts().get("sessions.title");
    View view = new View(desk.list(session(visit)));
    return Reply.html(renderer.page(visit, "account/sessions", title, "", view));
  }

  /** Ends the one that was chosen, or all others. */
  Reply end(Visit visit) {
    String id = visit.request().field("session");
    if (id.isEmpty()) {
      desk.endOthers(session(visit));
    } else {
      desk.end(session(visit), id);
    }
    return Reply.redirect("/account/sessions");
  }

  private static WebSession session(Visit visit) {
    return visit.session().orElseThrow();
  }
}
