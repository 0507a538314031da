package io.haidang.gateway.web.key;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.limit.KeyCsv;
import io.haidang.gateway.limit.KeyRegister;
import io.haidang.gateway.limit.KeyReport;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.Texts;
import io.haidang.gateway.web.kit.Visit;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** What keys and offices took in a month (UTC), and what that cost. */
final class KeyUsePage {

  private final KeyRegister keys;
  private final Renderer renderer;
  private final Clock clock;

  KeyUsePage(KeyRegister keys, Renderer renderer, Clock clock) {
    this.keys = keys;
    this.renderer = renderer;
    this.clock = clock;
  }

  /** A month with its neighbours. */
  record View(YearMonth month, boolean hasAfter, KeyReport byKey, KeyReport byOffice) {

    /** In units of the currency. */
    String cost(KeyReport.Line line, Texts texts) {
      return texts.get("keys.cost-value", line.costMicros() / 1e6);
    }
  }

  Reply latest(Visit visit) {
    return Reply.redirect("/keys/use/" + present());
  }

  private YearMonth present() {
    return YearMonth.now(clock.withZone(ZoneOffset.UTC));
  }

  Reply show(Visit visit) {
    YearMonth month = month(visit);
    boolean hasAfter = month.isBefore(present());
    View view =
        new View(
            month,
            hasAfter,
            report(visit, month, KeyReport.By.KEY),
            report(visit, month, KeyReport.By.OFFICE));
    String title = visit.texts().get("keys.use", visit.texts().month(month));
    return Reply.html(renderer.page(visit, "key/use", title, "admin", view));
  }

  Reply csv(Visit visit) {
    YearMonth month = month(visit);
    return Reply.file(
        "keys-" + month + ".csv",
        "text/csv; charset=utf-8",
        Buffer.buffer(KeyCsv.of(report(visit, month, KeyReport.By.KEY))));
  }

  private KeyReport report(Visit visit, YearMonth month, KeyReport.By by) {
    return keys.report(month.atDay(1), month.atEndOfMonth(), by, visit.account());
  }

  private static YearMonth month(Visit visit) {
    try {
      return YearMonth.parse(visit.request().parameter("month"));
    } catch (DateTimeException e) {
      throw new GatewayException(ErrorCode.NOT_FOUND, "month: unknown (expected: such as 2026-03)");
    }
  }
}
