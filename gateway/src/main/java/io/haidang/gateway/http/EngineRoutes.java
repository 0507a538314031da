package io.haidang.gateway.http;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.engine.SentenceRequest;
import io.haidang.gateway.usage.UsageReport;
import io.haidang.translation.review.Role;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.openapi.validation.ValidatedRequest;
import java.time.Clock;
import java.time.LocalDate;

/** Engines seen directly: a sentence while somebody waits, and what providers cost. */
final class EngineRoutes {

  private final HttpServices services;
  private final Blocking blocking;
  private final Blocking sentences;

  EngineRoutes(HttpServices services, Blocking blocking, Blocking sentences) {
    this.services = services;
    this.blocking = blocking;
    this.sentences = sentences;
  }

  void translate(RoutingContext request, ValidatedRequest valid) {
    SentenceRequest sentence =
        ApiRequests.sentence(valid.getBody().getJsonObject(), services.clock());
    Account account = ApiKeyAuthentication.account(request);
    sentences.answer(
        request, 200, () -> ApiJson.sentence(services.sentences().translate(sentence, account)));
  }

  void usage(RoutingContext request, ValidatedRequest valid) {
    ApiKeyAuthentication.account(request).require(Role.ADMIN);
    Clock clock = services.clock();
    LocalDate to = ApiRequests.day(request, "to", LocalDate.now(clock));
    LocalDate from = ApiRequests.day(request, "from", to.withDayOfMonth(1));
    UsageReport.Column by = ApiRequests.usageColumn(request);
    blocking.answer(
        request,
        200,
        () ->
            usage(services.usage().report(from, to, by))
                .put("from", from.toString())
                .put("to", to.toString()));
  }

  private static JsonObject usage(UsageReport report) {
    return new JsonObject()
        .put("lines", ApiJson.array(report.lines(), EngineRoutes::line))
        .put("total", line(report.total()));
  }

  private static JsonObject line(UsageReport.Line line) {
    return new JsonObject()
        .put("name", line.name())
        .put("calls", line.calls())
        .put("failed", line.failed())
        .put("inputTokens", line.inputTokens())
        .put("outputTokens", line.outputTokens())
        .put("costMicros", line.costMicros())
        .put("averageMillis", line.averageMillis());
  }
}
