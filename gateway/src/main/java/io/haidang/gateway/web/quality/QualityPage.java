package io.haidang.gateway.web.quality;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.http.kit.HttpServices;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.quality.Limits;
import io.haidang.gateway.quality.QualityCsv;
import io.haidang.gateway.quality.QualityReport;
import io.haidang.gateway.quality.QualityReport.Month;
import io.haidang.gateway.quality.QualityReport.Sum;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.Texts;
import io.haidang.gateway.web.kit.Visit;
import io.vertx.core.buffer.Buffer;
import java.time.YearMonth;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** A year of quality in charts and tables. */
final class QualityPage {

  private static final int YEAR = 12;

  private final HttpServices services;
  private final Renderer renderer;

  QualityPage(HttpServices services, Renderer renderer) {
    this.services = services;
    this.renderer = renderer;
  }

  /** The page. */
  record View(QualityReport report, List<Chart> charts, Limits limits, Numbers numbers) {

    boolean isEmpty() {
      return report.lines().isEmpty();
    }

    /** A model by its id, what is no model by a name. */
    String engine(String id, Texts texts) {
      String key = "report.engine." + id;
      return texts.has(key) ? texts.get(key) : id;
    }
  }

  Reply show(Visit visit) {
    QualityReport report = report(visit);
    Limits limits = services.quality().limits();
    Numbers numbers = new Numbers(visit.texts());
    View view = new View(report, charts(report, limits, numbers, visit.texts()), limits, numbers);
    String title = visit.texts().get("quality.title");
    return Reply.html(renderer.page(visit, "quality/report", title, "reports", view));
  }

  private QualityReport report(Visit visit) {
    YearMonth last = YearMonth.now(services.clock().withZone(Office.ZONE));
    return services.quality().report(last, YEAR, visit.account());
  }

  private static List<Chart> charts(
      QualityReport report, Limits limits, Numbers numbers, Texts texts) {
    return List.of(
        chart(
            "score",
            report,
            known(Sum::words, Sum::score),
            limits.first(),
            numbers::decimal,
            texts),
        chart(
            "edits",
            report,
            known(Sum::approved, sum -> sum.edited().rate()),
            -1,
            numbers::percent,
            texts),
        chart(
            "approval",
            report,
            known(Sum::approved, Sum::approvalRate),
            -1,
            numbers::percent,
            texts),
        chart(
            "time",
            report,
            known(Sum::words, QualityPage::minutesByThousand),
            -1,
            numbers::decimal,
            texts));
  }

  /** A figure of months that have some of {@code basis}; NaN for others. */
  private static ToDoubleFunction<Sum> known(
      ToLongFunction<Sum> basis, ToDoubleFunction<Sum> figure) {
    return sum -> basis.applyAsLong(sum) == 0 ? Double.NaN : figure.applyAsDouble(sum);
  }

  private static Chart chart(
      String id,
      QualityReport report,
      ToDoubleFunction<Sum> figure,
      double limit,
      DoubleFunction<String> words,
      Texts texts) {
    List<Chart.Figure> figures =
        report.months().stream().map(month -> figure(month, figure)).toList();
    return Chart.of(
        "chart-" + id,
        texts.get("quality.chart." + id),
        texts.get("quality.chart." + id + ".describe"),
        figures,
        limit,
        words);
  }

  private static Chart.Figure figure(Month month, ToDoubleFunction<Sum> figure) {
    String label = month.month().getMonthValue() + "/" + month.month().getYear() % 100;
    double value = figure.applyAsDouble(month.sum());
    return Double.isNaN(value)
        ? new Chart.Figure(label, 0, false)
        : new Chart.Figure(label, value, true);
  }

  static double minutesByThousand(Sum sum) {
    return sum.words() == 0 ? 0 : sum.active().toSeconds() / 60.0 * 1_000 / sum.words();
  }

  Reply csv(Visit visit) {
    QualityReport report = report(visit);
    String kind = visit.request().parameter("kind");
    String table =
        switch (kind) {
          case "months" -> QualityCsv.months(report);
          case "lines" -> QualityCsv.lines(report);
          default ->
              throw new GatewayException(
                  ErrorCode.NOT_FOUND, "kind: unknown (expected: months, lines)");
        };
    return Reply.file("quality-" + kind + ".csv", "text/csv; charset=utf-8", Buffer.buffer(table));
  }

  Reply setLimits(Visit visit) {
    Limits limits =
        new Limits(limit(visit.request().field("first")), limit(visit.request().field("later")));
    services.quality().setLimits(limits, visit.account());
    return Reply.redirect("/quality");
  }

  private static double limit(String text) {
    if (!text.strip().matches("[0-9]{1,4}([.,][0-9]{1,2})?")) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, "limit: no number (expected: 0 to 1000 points)");
    }
    return Double.parseDouble(text.strip().replace(',', '.'));
  }
}
