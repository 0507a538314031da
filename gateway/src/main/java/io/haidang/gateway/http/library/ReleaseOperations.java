package io.haidang.gateway.http.library;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.channel.Notice;
import io.haidang.gateway.channel.ReleaseRule;
import io.haidang.gateway.channel.ReleaseRule.Spokesperson;
import io.haidang.gateway.http.kit.ApiCall;
import io.haidang.gateway.http.kit.ApiJson;
import io.haidang.gateway.http.kit.Operations;
import io.haidang.gateway.library.PublicNotices;
import io.haidang.gateway.library.ReleaseRules;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Rules of release, clearances, withdrawals and correction notices. */
public final class ReleaseOperations {

  private final ReleaseRules rules;
  private final PublicNotices notices;

  private ReleaseOperations(ReleaseRules rules, PublicNotices notices) {
    this.rules = rules;
    this.notices = notices;
  }

  public static void add(Operations operations) {
    ReleaseOperations release =
        new ReleaseOperations(
            operations.services().library().rules(), operations.services().library().notices());
    operations.json("getReleaseRule", release::rule);
    operations.json("setReleaseRule", release::setRule);
    operations.json("clearProduct", release::clear);
    operations.json("withdrawProduct", release::withdraw);
    operations.json("noteCorrection", release::correct);
    operations.json("listNotices", release::notices);
  }

  private JsonObject rule(ApiCall call) {
    return json(rules.of(call.id()));
  }

  private JsonObject setRule(ApiCall call) {
    JsonObject body = call.body();
    return json(
        rules.set(
            call.id(),
            instant("embargoUntil", body.getString("embargoUntil", "")),
            body.getString("spokesperson", ""),
            call.account()));
  }

  private JsonObject clear(ApiCall call) {
    return ApiJson.target(
        rules.clear(call.id(), call.body().getInteger("version"), call.account()));
  }

  private JsonObject withdraw(ApiCall call) {
    return ApiJson.target(
        notices.withdraw(call.id(), call.body().getString("notice"), call.account()));
  }

  private JsonObject correct(ApiCall call) {
    return ApiJson.target(
        notices.correct(call.id(), call.body().getString("notice"), call.account()));
  }

  private JsonObject notices(ApiCall call) {
    return ApiJson.list("notices", notices.of(call.id()), ReleaseOperations::json);
  }

  private static JsonObject json(Notice notice) {
    return new JsonObject()
        .put("kind", PublicName.of(notice.kind()))
        .put("text", notice.text())
        .put("actor", notice.actor())
        .put("at", notice.at().toString());
  }

  private static JsonObject json(ReleaseRule rule) {
    Spokesperson spokesperson = rule.spokesperson();
    return new JsonObject()
        .put("embargoUntil", text(rule.embargoUntil()))
        .put("spokesperson", spokesperson == null ? null : spokesperson.login())
        .put("spokespersonName", spokesperson == null ? null : spokesperson.displayName())
        .put("since", text(rule.since()));
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }

  /** The instant that {@code text} is; null when it is empty. */
  static @Nullable Instant instant(String name, String text) {
    return text.isEmpty() ? null : ApiCall.instant(name, text);
  }
}
