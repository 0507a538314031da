package io.haidang.gateway.http.report;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.http.kit.ApiCall;
import io.haidang.gateway.http.kit.ApiJson;
import io.haidang.gateway.http.kit.Operations;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.report.EngineLine;
import io.haidang.gateway.report.Figures;
import io.haidang.gateway.report.MonthlyReport;
import io.haidang.gateway.report.MonthlyReport.Line;
import io.haidang.gateway.report.ReportCsv;
import io.haidang.gateway.report.Reports;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reports of months. */
public final class ReportOperations {

  private final Reports reports;

  private ReportOperations(Reports reports) {
    this.reports = reports;
  }

  public static void add(Operations operations) {
    ReportOperations report = new ReportOperations(operations.services().reports());
    operations.json("getReport", report::json);
    operations.reply("getReportCsv", report::csv);
  }

  private JsonObject json(ApiCall call) {
    MonthlyReport report = reports.of(month(call), office(call));
    return new JsonObject()
        .put("month", report.month().toString())
        .put("offices", new JsonArray(report.offices()))
        .put("lines", ApiJson.array(report.lines(), ReportOperations::line))
        .put("engines", ApiJson.array(report.engines(), ReportOperations::engine))
        .put("total", figures(report.total()));
  }

  private Reply csv(ApiCall call) {
    return Reply.text("text/csv", ReportCsv.of(reports.of(month(call), office(call))));
  }

  private static String office(ApiCall call) {
    return call.text("office").orElse("");
  }

  private static YearMonth month(ApiCall call) {
    try {
      return YearMonth.parse(call.pathText("month"));
    } catch (DateTimeException e) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, "month: no month (expected: such as 2026-03)");
    }
  }

  private static JsonObject line(Line line) {
    return new JsonObject()
        .put("language", line.language().toLanguageTag())
        .put("office", line.office())
        .put("form", line.form().id())
        .put("figures", figures(line.figures()));
  }

  private static JsonObject engine(EngineLine line) {
    return new JsonObject()
        .put("engine", line.engine())
        .put("language", line.language().toLanguageTag())
        .put("office", line.office())
        .put("form", line.form().id())
        .put("segments", line.segments())
        .put("changedSegments", line.changed())
        .put("words", line.edited().words())
        .put("editRate", line.edited().rate());
  }

  private static JsonObject figures(Figures figures) {
    return new JsonObject()
        .put("products", figures.products())
        .put("published", figures.published())
        .put("withdrawn", figures.withdrawn())
        .put("corrected", figures.corrected())
        .put("medianSeconds", seconds(figures.median()))
        .put("p90Seconds", seconds(figures.slow()))
        .put("segments", figures.segments())
        .put("changedSegments", figures.changed())
        .put("words", figures.edited().words())
        .put("editRate", figures.edited().rate())
        .put("segmentsWithErrors", figures.errors())
        .put("segmentsWithWarnings", figures.warnings())
        .put("segmentsWithWrongNames", figures.names());
  }

  private static @Nullable Long seconds(Optional<Duration> time) {
    return time.map(Duration::toSeconds).orElse(null);
  }
}
