package io.haidang.gateway.http.inbox;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.PublicName;
import io.haidang.gateway.events.Occasion;
import io.haidang.gateway.http.kit.ApiCall;
import io.haidang.gateway.http.kit.ApiJson;
import io.haidang.gateway.http.kit.Operations;
import io.haidang.gateway.inbox.Inbox;
import io.haidang.gateway.inbox.InboxSettings;
import io.haidang.gateway.inbox.MailAddress;
import io.haidang.gateway.inbox.Notification;
import io.haidang.gateway.inbox.Pace;
import io.haidang.gateway.inbox.Way;
import io.vertx.core.json.JsonObject;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the account of the key is told, and how it wants to be. */
public final class InboxOperations {

  private final Inbox inbox;

  private InboxOperations(Inbox inbox) {
    this.inbox = inbox;
  }

  public static void add(Operations operations) {
    InboxOperations room = new InboxOperations(operations.services().inbox());
    operations.json("listNotifications", room::list);
    operations.json("readNotifications", room::markRead);
    operations.json(
        "getNotificationSettings", call -> settings(room.inbox.settings(call.account())));
    operations.json("changeNotificationSettings", room::choose);
  }

  private JsonObject list(ApiCall call) {
    boolean onlyNew = call.text("new").orElse("false").equals("true");
    return ApiJson.list(
            "notifications",
            inbox.page(call.account(), onlyNew, call.offset(), call.limit()),
            InboxOperations::notification)
        .put("new", inbox.count(call.account(), true));
  }

  private JsonObject markRead(ApiCall call) {
    return new JsonObject()
        .put("read", inbox.markReadUpTo(call.account(), call.body().getLong("upTo")));
  }

  private JsonObject choose(ApiCall call) {
    Map<Occasion, Way> ways = new EnumMap<>(Occasion.class);
    JsonObject given = call.body().getJsonObject("ways");
    for (Occasion occasion : Occasion.values()) {
      String way = given.getString(occasion.id());
      if (way != null) {
        ways.put(occasion, PublicName.constant(Way.class, way));
      }
    }
    return settings(
        inbox.choose(
            call.account(), new InboxSettings(ways, mail(call.body().getJsonObject("mail")))));
  }

  private static @Nullable MailAddress mail(@Nullable JsonObject mail) {
    if (mail == null) {
      return null;
    }
    String address = mail.getString("address");
    if (address == null) {
      throw new GatewayException(ErrorCode.INVALID_REQUEST, "address: none (expected: one)");
    }
    return new MailAddress(
        address,
        PublicName.constant(Pace.class, mail.getString("pace", "at-once")),
        Locale.forLanguageTag(mail.getString("language", "vi")));
  }

  private static JsonObject notification(Notification notification) {
    return new JsonObject()
        .put("id", notification.id())
        .put("occasion", notification.occasion().id())
        .put("target", notification.target().toString())
        .put("segment", notification.segment())
        .put("title", notification.title())
        .put("form", notification.form())
        .put("language", notification.language().toLanguageTag())
        .put("actor", notification.actor())
        .put("at", notification.at().toString())
        .put("readAt", notification.readAt() == null ? null : notification.readAt().toString())
        .put("href", "/api/v1/targets/" + notification.target());
  }

  private static JsonObject settings(InboxSettings settings) {
    JsonObject ways = new JsonObject();
    settings.all().forEach((occasion, way) -> ways.put(occasion.id(), PublicName.of(way)));
    MailAddress mail = settings.mail();
    return new JsonObject()
        .put("ways", ways)
        .put(
            "mail",
            mail == null
                ? null
                : new JsonObject()
                    .put("address", mail.address())
                    .put("pace", PublicName.of(mail.pace()))
                    .put("language", mail.language().toLanguageTag()));
  }
}
