package io.haidang.gateway.http.review;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.auth.Scope;
import io.haidang.gateway.http.kit.ApiCall;
import io.haidang.gateway.http.kit.ApiJson;
import io.haidang.gateway.http.kit.Operations;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.review.BulkApproval;
import io.haidang.gateway.review.BulkApproval.Choice;
import io.haidang.gateway.review.Decision;
import io.haidang.gateway.review.ReviewDesk;
import io.haidang.gateway.review.SegmentView;
import io.haidang.translation.review.TargetAction;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Translations: their segments, decisions about them, what has happened. */
public final class ReviewOperations {

  private final ReviewDesk desk;
  private final BulkApproval bulk;

  private ReviewOperations(ReviewDesk desk, BulkApproval bulk) {
    this.desk = desk;
    this.bulk = bulk;
  }

  public static void add(Operations operations) {
    ReviewDesk desk = operations.services().desk();
    ReviewOperations review = new ReviewOperations(desk, desk.bulk());
    operations.json("getTarget", call -> ApiJson.target(review.desk.target(call.id())));
    operations.json("listSegments", review::segments);
    Operations changing = operations.opening(Set.of(Scope.REVIEW));
    changing.json("editSegment", review::edit);
    changing.json("acceptFinding", review::accept);
    changing.json("decide", review::decide);
    changing.json("requestChange", review::requestChange);
    changing.json("approveTogether", review::approveTogether);
    operations.json("listChangeRequests", review::requests);
    operations.json("listApprovable", review::choices);
    operations.json("listEvents", review::events);
    operations.json("getSummary", call -> ReviewJson.summaries(review.desk.summaries(call.id())));
    operations.reply("export", call -> Reply.file(review.desk.export(call.id(), call.account())));
  }

  private JsonObject segments(ApiCall call) {
    Locale language = desk.target(call.id()).language();
    return ApiJson.list(
        "segments", desk.segments(call.id()), segment -> ReviewJson.segment(segment, language));
  }

  private JsonObject edit(ApiCall call) {
    SegmentView changed =
        desk.edit(
            call.id(),
            call.pathNumber("index"),
            call.body().getInteger("version"),
            call.body().getString("text"),
            call.account());
    return ReviewJson.segment(changed, desk.target(call.id()).language());
  }

  private JsonObject accept(ApiCall call) {
    SegmentView changed =
        desk.acceptFinding(
            call.id(),
            call.pathNumber("index"),
            call.pathText("finding"),
            call.body().getString("reason"),
            call.account());
    return ReviewJson.segment(changed, desk.target(call.id()).language());
  }

  private JsonObject decide(ApiCall call) {
    JsonObject body = call.body();
    Decision decision =
        new Decision(
            PublicName.constant(TargetAction.class, body.getString("decision")),
            body.getInteger("version"),
            body.getString("comment", ""),
            marks(body.getJsonArray("segments", new JsonArray())));
    return ApiJson.target(desk.decide(call.id(), decision, call.account()));
  }

  private static List<Decision.Mark> marks(JsonArray segments) {
    return segments.stream()
        .map(JsonObject.class::cast)
        .map(mark -> new Decision.Mark(mark.getInteger("index"), mark.getString("reason")))
        .toList();
  }

  private JsonObject requestChange(ApiCall call) {
    Decision.Mark mark =
        new Decision.Mark(call.pathNumber("index"), call.body().getString("reason"));
    desk.requestChange(call.id(), mark, call.account());
    return requests(call);
  }

  private JsonObject requests(ApiCall call) {
    return ApiJson.list(
        "changeRequests", desk.changeRequests(call.id()), ReviewJson::changeRequest);
  }

  private JsonObject choices(ApiCall call) {
    return ApiJson.list("targets", bulk.choices(call.account()), ApiJson::target);
  }

  private JsonObject approveTogether(ApiCall call) {
    List<Choice> chosen =
        call.body().getJsonArray("targets").stream()
            .map(JsonObject.class::cast)
            .map(each -> new Choice(ApiCall.id(each.getString("id")), each.getInteger("version")))
            .toList();
    return ApiJson.list(
        "outcomes",
        bulk.approve(chosen, call.body().getString("comment", ""), call.account()),
        ReviewJson::outcome);
  }

  private JsonObject events(ApiCall call) {
    return ApiJson.list("events", desk.events(call.id()), ReviewJson::event);
  }
}
