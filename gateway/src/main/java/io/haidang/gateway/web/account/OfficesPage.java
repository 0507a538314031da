package io.haidang.gateway.web.account;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.OfficeDesk;
import io.haidang.gateway.auth.OfficeEntry;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.Visit;
import java.util.List;

/** Every office, and a form that renames one or joins it to another. */
final class OfficesPage {

  private final OfficeDesk desk;
  private final Renderer renderer;

  OfficesPage(OfficeDesk desk, Renderer renderer) {
    this.desk = desk;
    this.renderer = renderer;
  }

  /**
   * The list.
   *
   * @param from the office in the form, as it was chosen
   * @param to as it was typed
   * @param problem in words; empty for none
   */
  record View(List<OfficeEntry> entries, String from, String to, String problem) {}

  Reply show(Visit visit) {
    return page(visit, 200, "", "", "");
  }

  Reply rename(Visit visit) {
    String from = visit.request().field("from");
    String to = visit.request().field("to");
    boolean joins = visit.request().field("joins").equals("yes");
    try {
      desk.rename(from, to, joins, visit.account());
      return Reply.redirect("/offices");
    } catch (GatewayException e) {
      if (e.code() == ErrorCode.WRONG_STATE) {
        return page(visit, 409, from, to, visit.texts().get("offices.there"));
      }
      if (e.code() == ErrorCode.INVALID_REQUEST) {
        return page(visit, 422, from, to, visit.texts().get("offices.unfit"));
      }
      throw e;
    }
  }

  private Reply page(Visit visit, int status, String from, String to, String problem) {
    View view = new View(desk.list(visit.account()), from, to, problem);
    String title = visit.texts().get("offices.title");
    return Reply.html(status, renderer.page(visit, "account/offices", title, "admin", view));
  }
}
