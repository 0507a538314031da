package io.haidang.gateway.http;

import io.haidang.gateway.http.kit.Answers;
import io.haidang.gateway.http.kit.Monitoring;
import io.haidang.gateway.http.kit.RequestSpan;
import io.haidang.gateway.traces.Span;
import io.haidang.gateway.traces.Step;
import io.haidang.gateway.traces.Tracer;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Gives each request an id, and says how it was answered: in the log, as a number, as a span. */
final class RequestWatch implements Handler<RoutingContext> {

  private static final Logger LOG = LoggerFactory.getLogger(RequestWatch.class);

  /** Somebody asks every few seconds, and nothing happens. */
  private static final String PROBES = "/health/";

  private final RequestMeter meter;
  private final Tracer tracer;

  RequestWatch(Monitoring monitoring) {
    meter = new RequestMeter(monitoring.requests());
    tracer = monitoring.tracer();
  }

  @Override
  public void handle(RoutingContext request) {
    String id = Answers.identify(request);
    long start = System.nanoTime();
    Span span = begin(request);
    RequestSpan.keep(span);
    request.addEndHandler(
        ended -> {
          long nanos = System.nanoTime() - start;
          log(request, id, span, nanos);
          meter.answered(request, span, nanos);
          span.end();
        });
    request.next();
  }

  private Span begin(RoutingContext request) {
    return request.request().path().startsWith(PROBES)
        ? Span.NONE
        : tracer.begin(Step.REQUEST, request.request().getHeader(Tracer.TRACEPARENT));
  }

  private static void log(RoutingContext request, String id, Span span, long nanos) {
    String account = Answers.accountId(request);
    LoggingEventBuilder line =
        LOG.atInfo().addKeyValue("requestId", id).addKeyValue("accountId", account);
    if (span != Span.NONE) {
      line = line.addKeyValue("traceId", span.traceId());
    }
    line.log(
        "{} {} {} {} ms {} {}",
        request.request().method(),
        request.request().path(),
        request.response().getStatusCode(),
        nanos / 1_000_000,
        id,
        account);
  }
}
