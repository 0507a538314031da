package io.haidang.gateway.http.quality;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.PublicName;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.auth.Scope;
import io.haidang.gateway.http.kit.ApiCall;
import io.haidang.gateway.http.kit.ApiJson;
import io.haidang.gateway.http.kit.HttpServices;
import io.haidang.gateway.http.kit.Operations;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.quality.Annotation;
import io.haidang.gateway.quality.ErrorCategory;
import io.haidang.gateway.quality.ErrorSeverity;
import io.haidang.gateway.quality.Limits;
import io.haidang.gateway.quality.Quality;
import io.haidang.gateway.quality.QualityCsv;
import io.haidang.gateway.quality.QualityReport;
import io.haidang.glossary.TextSpan;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Errors that reviewers note down, what texts are worth, and what that says of engines. */
public final class QualityOperations {

  private static final int YEAR = 12;

  private final Quality quality;
  private final Clock clock;

  private QualityOperations(HttpServices services) {
    this.quality = services.quality();
    this.clock = services.clock();
  }

  public static void add(Operations operations) {
    QualityOperations room = new QualityOperations(operations.services());
    operations.json("listAnnotations", room::annotations);
    Operations judging = operations.opening(Set.of(Scope.REVIEW));
    judging.created("addAnnotation", room::add);
    judging.json("changeAnnotation", room::change);
    judging.reply("removeAnnotation", room::remove);
    operations.json(
        "getTextQuality", call -> QualityJson.text(room.quality.of(call.id(), call.account())));
    operations.reply(
        "getTextQualityCsv",
        call -> csv(QualityCsv.text(room.quality.of(call.id(), call.account()))));
    operations.json("getQualityReport", call -> QualityJson.report(room.report(call)));
    operations.reply("getQualityReportCsv", call -> csv(QualityCsv.lines(room.report(call))));
    operations.json(
        "listSamples",
        call ->
            ApiJson.list(
                "samples", room.quality.samples().latest(call.account()), QualityJson::sample));
    operations.json(
        "getSample",
        call ->
            QualityJson.sample(
                room.quality.samples().of(ApiCall.id(call.pathText("sample")), call.account())));
    judging.created("drawSample", room::draw);
    judging.json("readSampleText", room::read);
    operations.json("getQualityLimits", call -> QualityJson.limits(room.quality.limits()));
    operations.opening(Set.of(Scope.ADMIN)).json("setQualityLimits", room::setLimits);
  }

  private JsonObject annotations(ApiCall call) {
    return ApiJson.list(
        "annotations", quality.annotations().of(call.id()), QualityJson::annotation);
  }

  private JsonObject add(ApiCall call) {
    return QualityJson.annotation(
        quality
            .annotations()
            .add(call.id(), call.pathNumber("index"), form(call.body()), call.account()));
  }

  private JsonObject change(ApiCall call) {
    return QualityJson.annotation(
        quality
            .annotations()
            .change(call.id(), annotation(call), form(call.body()), call.account()));
  }

  private Reply remove(ApiCall call) {
    quality.annotations().remove(call.id(), annotation(call), call.account());
    return Reply.nothing();
  }

  private static UUID annotation(ApiCall call) {
    return ApiCall.id(call.pathText("annotation"));
  }

  private static Annotation.Form form(JsonObject body) {
    return new Annotation.Form(
        PublicName.constant(ErrorCategory.class, body.getString("category")),
        PublicName.constant(ErrorSeverity.class, body.getString("severity")),
        span(body.getJsonObject("span")),
        body.getString("remark", ""));
  }

  private static @Nullable TextSpan span(@Nullable JsonObject span) {
    if (span == null) {
      return null;
    }
    int start = span.getInteger("start");
    int end = span.getInteger("end");
    if (start >= end) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, "span: empty (expected: start before end)");
    }
    return new TextSpan(start, end);
  }

  private QualityReport report(ApiCall call) {
    YearMonth last =
        call.text("until")
            .map(QualityOperations::month)
            .orElse(YearMonth.now(clock.withZone(Office.ZONE)));
    return quality.report(last, call.number("months", YEAR), call.account());
  }

  private static YearMonth month(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeException e) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, "month: none (expected: such as 2026-03)");
    }
  }

  private JsonObject draw(ApiCall call) {
    JsonObject body = call.body();
    Long seed = body.getLong("seed");
    return QualityJson.sample(
        quality
            .samples()
            .draw(
                month(body.getString("first")),
                month(body.getString("last")),
                body.getInteger("size"),
                seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
                call.account()));
  }

  private JsonObject read(ApiCall call) {
    return QualityJson.sample(
        quality
            .samples()
            .read(
                ApiCall.id(call.pathText("sample")),
                ApiCall.id(call.pathText("text")),
                call.account()));
  }

  private JsonObject setLimits(ApiCall call) {
    Limits limits = new Limits(call.body().getDouble("first"), call.body().getDouble("later"));
    quality.setLimits(limits, call.account());
    return QualityJson.limits(limits);
  }

  private static Reply csv(String table) {
    return Reply.text("text/csv", table);
  }
}
