package io.haidang.gateway.web.inbox;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.events.EventLog;
import io.haidang.gateway.events.Occasion;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.inbox.Inbox;
import io.haidang.gateway.inbox.Notification;
import io.haidang.gateway.web.kit.Pager;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.TargetLink;
import io.haidang.gateway.web.kit.Texts;
import io.haidang.gateway.web.kit.Visit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What one is told, the latest first. */
final class InboxPage {

  private static final int SIZE = 50;

  private static final Set<Occasion> SAID = EnumSet.of(Occasion.MENTIONED, Occasion.ANSWERED);

  private final Inbox inbox;
  private final Renderer renderer;

  InboxPage(Inbox inbox, Renderer renderer) {
    this.inbox = inbox;
    this.renderer = renderer;
  }

  /**
   * A page of the list.
   *
   * @param latest the newest that is shown, up to which all can be marked as read; 0 for none
   */
  record View(List<Line> lines, boolean onlyNew, long unread, long latest, Pager pager) {}

  /** A notification in words. */
  record Line(Notification notification, String what, String time) {

    String href() {
      return "/inbox/" + notification.id();
    }
  }

  Reply show(Visit visit) {
    boolean onlyNew = visit.request().parameter("show").equals("new");
    Pager pager =
        Pager.of(
            visit.request(),
            onlyNew ? "/inbox?show=new" : "/inbox",
            inbox.count(visit.account(), onlyNew),
            SIZE);
    List<Notification> found = inbox.page(visit.account(), onlyNew, pager.offset(SIZE), SIZE);
    View view =
        new View(
            found.stream().map(one -> line(one, visit.texts())).toList(),
            onlyNew,
            inbox.count(visit.account(), true),
            found.isEmpty() ? 0 : found.get(0).id(),
            pager);
    String title = visit.texts().get("inbox.title");
    return Reply.html(renderer.page(visit, "inbox/inbox", title, "inbox", view));
  }

  private static Line line(Notification notification, Texts texts) {
    Integer segment = notification.segment();
    String actor =
        notification.actor().equals(EventLog.WORKER)
            ? texts.get("event.by-machine")
            : notification.actor();
    String place = segment == null ? "" : texts.get("inbox.in-segment", segment + 1);
    return new Line(
        notification,
        texts.get("inbox." + notification.occasion().id(), actor) + place,
        texts.time(notification.at()));
  }

  /** Leads to where it happened; it is read from then on. */
  Reply open(Visit visit) {
    String number = visit.request().parameter("number");
    if (!number.matches("[0-9]{1,18}")) {
      throw new GatewayException(
          ErrorCode.NOT_FOUND, "notification: unknown (expected: one of one’s own)");
    }
    Notification opened = inbox.open(visit.account(), Long.parseLong(number));
    return Reply.redirect(place(opened));
  }

  private static String place(Notification notification) {
    String target = TargetLink.href(notification.target());
    Integer segment = notification.segment();
    if (!SAID.contains(notification.occasion())) {
      return target;
    }
    return segment == null ? target + "/comments" : target + "/segments/" + segment + "/comments";
  }

  Reply markRead(Visit visit) {
    String upTo = visit.request().field("upTo");
    if (upTo.matches("[0-9]{1,18}")) {
      inbox.markReadUpTo(visit.account(), Long.parseLong(upTo));
    }
    return Reply.redirect("/inbox");
  }
}
