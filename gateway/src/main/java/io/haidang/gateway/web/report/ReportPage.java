package io.haidang.gateway.web.report;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.report.MonthlyReport;
import io.haidang.gateway.report.ReportCsv;
import io.haidang.gateway.report.Reports;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.Texts;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.translation.PostEdit;
import io.vertx.core.buffer.Buffer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Optional;

/** A month in figures. */
final class ReportPage {

  private final Reports reports;
  private final Renderer renderer;
  private final Clock clock;

  ReportPage(Reports reports, Renderer renderer, Clock clock) {
    this.reports = reports;
    this.renderer = renderer;
    this.clock = clock;
  }

  /** The report with its neighbours. */
  record View(MonthlyReport report, YearMonth before, YearMonth after, boolean hasAfter) {

    /** Of a month, of the same office or of another; empty for all. */
    String href(YearMonth month, String kind, String office) {
      String query =
          office.isEmpty() ? "" : "?office=" + URLEncoder.encode(office, StandardCharsets.UTF_8);
      return "/reports/" + month + kind + query;
    }

    /** Whether there are several to choose from. */
    boolean hasOffices() {
      return report.offices().size() > 1 || !report.office().isEmpty();
    }

    /** A model by its id, what is no model by a name. */
    String engine(String id, Texts texts) {
      String key = "report.engine." + id;
      return texts.has(key) ? texts.get(key) : id;
    }

    String rate(PostEdit edited, Texts texts) {
      return edited.words() == 0 ? "–" : texts.get("report.share", 100 * edited.rate());
    }

    /** A time in the unit that people would take. */
    String time(Optional<Duration> time, Texts texts) {
      return time.map(
              value ->
                  value.toHours() < 48
                      ? texts.get("report.hours", value.toMinutes() / 60.0)
                      : texts.get("report.days", value.toHours() / 24.0))
          .orElse("–");
    }

    /** A share in per cent. */
    String share(int part, int all, Texts texts) {
      return all == 0 ? "–" : texts.get("report.share", 100.0 * part / all);
    }
  }

  Reply latest(Visit visit) {
    return Reply.redirect("/reports/" + present());
  }

  private YearMonth present() {
    return YearMonth.now(clock.withZone(Office.ZONE));
  }

  Reply show(Visit visit) {
    YearMonth month = month(visit);
    View view =
        new View(
            reports.of(month, office(visit)),
            month.minusMonths(1),
            month.plusMonths(1),
            month.isBefore(present()));
    String title = visit.texts().get("report.title", visit.texts().month(month));
    return Reply.html(renderer.page(visit, "report/report", title, "reports", view));
  }

  Reply csv(Visit visit) {
    YearMonth month = month(visit);
    return Reply.file(
        "report-" + month + ".csv",
        "text/csv; charset=utf-8",
        Buffer.buffer(ReportCsv.of(reports.of(month, office(visit)))));
  }

  private static String office(Visit visit) {
    return visit.request().parameter("office");
  }

  private static YearMonth month(Visit visit) {
    try {
      return YearMonth.parse(visit.request().parameter("month"));
    } catch (DateTimeException e) {
      throw new GatewayException(ErrorCode.NOT_FOUND, "month: unknown (expected: such as 2026-03)");
    }
  }
}
