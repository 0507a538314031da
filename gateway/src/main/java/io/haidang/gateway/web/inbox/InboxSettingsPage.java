package io.haidang.gateway.web.inbox;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.events.Occasion;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.inbox.Inbox;
import io.haidang.gateway.inbox.InboxSettings;
import io.haidang.gateway.inbox.MailAddress;
import io.haidang.gateway.inbox.Pace;
import io.haidang.gateway.inbox.Way;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.gateway.web.kit.WebRequest;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** How one wants to be told. */
final class InboxSettingsPage {

  private final Inbox inbox;
  private final Renderer renderer;

  InboxSettingsPage(Inbox inbox, Renderer renderer) {
    this.inbox = inbox;
    this.renderer = renderer;
  }

  /**
   * The form as it is kept, or as it was typed.
   *
   * @param address as typed; empty for none
   * @param saved whether that has just happened
   */
  record View(
      Map<Occasion, Way> ways, String address, Pace pace, boolean saved, boolean isRefused) {}

  Reply show(Visit visit) {
    InboxSettings settings = inbox.settings(visit.account());
    MailAddress mail = settings.mail();
    View view =
        new View(
            settings.all(),
            mail == null ? "" : mail.address(),
            mail == null ? Pace.AT_ONCE : mail.pace(),
            visit.request().parameter("notice").equals("saved"),
            false);
    return page(visit, 200, view);
  }

  Reply choose(Visit visit) {
    WebRequest request = visit.request();
    Map<Occasion, Way> ways = new EnumMap<>(Occasion.class);
    for (Occasion occasion : Occasion.values()) {
      ways.put(occasion, request.constant(Way.class, occasion.id()));
    }
    String address = request.field("address").strip();
    Pace pace = request.constant(Pace.class, "pace");
    try {
      Locale language = Locale.forLanguageTag(visit.texts().tag());
      inbox.choose(
          visit.account(),
          new InboxSettings(
              ways, address.isEmpty() ? null : new MailAddress(address, pace, language)));
      return Reply.redirect("/inbox/settings?notice=saved");
    } catch (GatewayException e) {
      if (e.code() != ErrorCode.INVALID_REQUEST) {
        throw e;
      }
      return page(visit, 422, new View(ways, address, pace, false, true));
    }
  }

  private Reply page(Visit visit, int status, View view) {
    String title = visit.texts().get("inbox.settings");
    return Reply.html(status, renderer.page(visit, "inbox/settings", title, "inbox", view));
  }
}
