package io.haidang.gateway.http.quality;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.http.kit.ApiJson;
import io.haidang.gateway.quality.Annotation;
import io.haidang.gateway.quality.ErrorRate;
import io.haidang.gateway.quality.Limits;
import io.haidang.gateway.quality.QualityReport;
import io.haidang.gateway.quality.QualityResult;
import io.haidang.gateway.quality.Sample;
import io.haidang.gateway.quality.Score;
import io.haidang.gateway.quality.TextQuality;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/** Quality as it is written on the wire. */
final class QualityJson {

  private QualityJson() {}

  static JsonObject annotation(Annotation annotation) {
    return new JsonObject()
        .put("id", annotation.id().toString())
        .put("segment", annotation.segment())
        .put("category", PublicName.of(annotation.category()))
        .put("severity", PublicName.of(annotation.severity()))
        .put("span", ApiJson.span(annotation.span()))
        .put("quote", annotation.quote())
        .put("remark", annotation.remark())
        .put("person", annotation.makerName())
        .put("at", annotation.at().toString())
        .put("decided", annotation.isDecided());
  }

  static JsonObject text(TextQuality quality) {
    JsonArray active = new JsonArray();
    quality.active().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            entry ->
                active.add(
                    new JsonObject()
                        .put("segment", entry.getKey())
                        .put("seconds", entry.getValue().toSeconds())));
    return new JsonObject()
        .put("results", ApiJson.array(quality.results(), QualityJson::result))
        .put("now", result(quality.now()))
        .put("annotations", ApiJson.array(quality.annotations(), QualityJson::annotation))
        .put("activeSegments", active);
  }

  private static JsonObject result(QualityResult result) {
    Score score = result.score();
    return new JsonObject()
        .put("outcome", PublicName.of(result.outcome()))
        .put("round", result.round())
        .put("at", result.at().toString())
        .put("person", result.person())
        .put("engine", result.engine())
        .put("words", score.words())
        .put("points", score.points())
        .put("pointsPerThousand", score.perThousand())
        .put("limit", score.limit())
        .put("passed", score.passes())
        .put("segments", result.segments())
        .put("changedSegments", result.changed())
        .put("editRate", result.edited().rate())
        .put("activeSeconds", result.active().toSeconds());
  }

  static JsonObject report(QualityReport report) {
    return new JsonObject()
        .put(
            "months",
            ApiJson.array(
                report.months(), month -> sum(month.sum()).put("month", month.month().toString())))
        .put(
            "lines",
            ApiJson.array(
                report.lines(),
                line ->
                    sum(line.sum())
                        .put("engine", line.engine())
                        .put("language", line.language().toLanguageTag())
                        .put("form", line.form().id())));
  }

  private static JsonObject sum(QualityReport.Sum sum) {
    return new JsonObject()
        .put("decisions", sum.texts())
        .put("approved", sum.approved())
        .put("approvalRate", sum.approvalRate())
        .put("passRate", sum.passRate())
        .put("words", sum.words())
        .put("pointsPerThousand", sum.score())
        .put("editRate", sum.edited().rate())
        .put("activeSeconds", sum.active().toSeconds());
  }

  static JsonObject sample(Sample sample) {
    ErrorRate rate = sample.errorRate();
    return new JsonObject()
        .put("id", sample.id().toString())
        .put("first", sample.first().toString())
        .put("last", sample.last().toString())
        .put("seed", sample.seed())
        .put("population", sample.population())
        .put("person", sample.person())
        .put("at", sample.at().toString())
        .put("read", sample.read())
        .put("failedShare", rate.share())
        .put("failedShareLow", rate.low())
        .put("failedShareHigh", rate.high())
        .put("texts", ApiJson.array(sample.texts(), QualityJson::text));
  }

  private static JsonObject text(Sample.Text text) {
    return new JsonObject()
        .put("target", text.target().toString())
        .put("risk", text.risk())
        .put("probability", text.probability())
        .put("passed", text.passed());
  }

  static JsonObject limits(Limits limits) {
    return new JsonObject().put("first", limits.first()).put("later", limits.later());
  }
}
