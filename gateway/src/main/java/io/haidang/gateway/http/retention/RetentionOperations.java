package io.haidang.gateway.http.retention;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.PublicName;
import io.haidang.gateway.auth.Scope;
import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.http.kit.ApiCall;
import io.haidang.gateway.http.kit.ApiJson;
import io.haidang.gateway.http.kit.Operations;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.retention.Hold;
import io.haidang.gateway.retention.Keeping;
import io.haidang.gateway.retention.Outlook;
import io.haidang.gateway.retention.Period;
import io.haidang.gateway.retention.Retention;
import io.haidang.gateway.retention.RetentionPolicy;
import io.haidang.gateway.retention.RetentionPolicy.Rule;
import io.haidang.gateway.retention.RetentionRun;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How long texts are kept, holds, and that one goes now. */
public final class RetentionOperations {

  private final Retention retention;

  private RetentionOperations(Retention retention) {
    this.retention = retention;
  }

  public static void add(Operations operations) {
    RetentionOperations room = new RetentionOperations(operations.services().admin().retention());
    operations.json("getRetention", call -> policy(room.retention.policy()));
    operations.json("setRetention", room::change);
    operations.json("getRetentionOutlook", call -> outlook(room.retention.outlook(call.account())));
    operations.json(
        "listRetentionRuns",
        call ->
            ApiJson.list("runs", room.retention.runs(call.account()), RetentionOperations::run));
    operations.reply("deleteBundle", room::delete);
    Operations holding = operations.opening(Set.of(Scope.DRAFTS, Scope.REVIEW, Scope.ADMIN));
    holding.json("getKeeping", call -> keeping(room.retention.keeping(call.id())));
    holding.json("holdBundle", room::hold);
    holding.json("liftHold", call -> keeping(room.retention.lift(call.id(), call.account())));
  }

  private JsonObject change(ApiCall call) {
    Map<Sensitivity, Rule> rules = new EnumMap<>(Sensitivity.class);
    for (Object each : call.body().getJsonArray("rules")) {
      JsonObject rule = (JsonObject) each;
      rules.put(
          PublicName.constant(Sensitivity.class, rule.getString("label")),
          new Rule(
              new Period(rule.getInteger("unpublishedDays")),
              new Period(rule.getInteger("publishedDays"))));
    }
    if (rules.size() < Sensitivity.values().length) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, "rules: incomplete (expected: one for each label)");
    }
    retention.change(new RetentionPolicy(rules), call.account());
    return policy(retention.policy());
  }

  private JsonObject hold(ApiCall call) {
    return keeping(retention.hold(call.id(), call.body().getString("reason"), call.account()));
  }

  private Reply delete(ApiCall call) {
    retention.delete(call.id(), call.body().getString("title"), call.account());
    return Reply.nothing();
  }

  private static JsonObject policy(RetentionPolicy policy) {
    List<Sensitivity> labels = Arrays.asList(Sensitivity.values());
    return ApiJson.list(
        "rules",
        labels,
        label ->
            new JsonObject()
                .put("label", PublicName.of(label))
                .put("unpublishedDays", policy.of(label).unpublished().days())
                .put("publishedDays", policy.of(label).published().days()));
  }

  private static JsonObject outlook(Outlook outlook) {
    JsonArray first = ApiJson.array(outlook.first(), RetentionOperations::keeping);
    return new JsonObject()
        .put("stories", outlook.stories())
        .put("texts", outlook.texts())
        .put("first", first);
  }

  private static JsonObject keeping(Keeping keeping) {
    return new JsonObject()
        .put("bundle", keeping.story().toString())
        .put("title", keeping.title())
        .put("label", PublicName.of(keeping.label()))
        .put("office", keeping.office())
        .put("texts", keeping.texts())
        .put("published", keeping.isPublished())
        .put("lastChange", keeping.lastChange().toString())
        .put("periodDays", keeping.period().days())
        .put("goesAt", keeping.goesAt() == null ? null : keeping.goesAt().toString())
        .put("hold", hold(keeping.hold()));
  }

  private static @Nullable JsonObject hold(@Nullable Hold hold) {
    return hold == null
        ? null
        : new JsonObject()
            .put("reason", hold.reason())
            .put("actor", hold.actor())
            .put("at", hold.at().toString());
  }

  private static JsonObject run(RetentionRun run) {
    return new JsonObject()
        .put("startedAt", run.startedAt().toString())
        .put("endedAt", run.endedAt() == null ? null : run.endedAt().toString())
        .put("stories", run.stories())
        .put("texts", run.texts())
        .put("failed", run.failed());
  }
}
