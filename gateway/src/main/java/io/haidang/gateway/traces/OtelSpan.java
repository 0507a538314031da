package io.haidang.gateway.traces;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** A span of OpenTelemetry's, of which only {@link Attribute} is told. Safe for concurrent use. */
final class OtelSpan implements Span {

  private final io.opentelemetry.api.trace.Span span;
  private final Context context;

  OtelSpan(io.opentelemetry.api.trace.Span span, Context parent) {
    this.span = span;
    this.context = parent.with(span);
  }

  @Override
  public Span put(Attribute attribute, String value) {
    span.setAttribute(attribute.key(), Attribute.safe(value));
    return this;
  }

  @Override
  public Span put(Attribute attribute, long value) {
    span.setAttribute(attribute.key(), value);
    return this;
  }

  @Override
  public Span named(String first, String second) {
    span.updateName(Attribute.safe(first) + " " + Attribute.safe(second));
    return this;
  }

  @Override
  public Span failed(String type) {
    span.setStatus(StatusCode.ERROR);
    return put(Attribute.ERROR, type);
  }

  @Override
  public void end() {
    span.end();
  }

  @Override
  public String traceparent() {
    Map<String, String> headers = new HashMap<>();
    W3CTraceContextPropagator.getInstance()
        .inject(context, headers, (to, name, value) -> Objects.requireNonNull(to).put(name, value));
    return headers.getOrDefault(Tracer.TRACEPARENT, "");
  }

  @Override
  public String traceId() {
    return span.getSpanContext().getTraceId();
  }

  @Override
  public <T> Callable<T> within(Callable<T> call) {
    return context.wrap(call);
  }

  @Override
  public <T> T during(Supplier<T> work) {
    try {
      return context.wrapSupplier(work).get();
    } catch (RuntimeException | Error e) {
      failed(e.getClass().getSimpleName());
      throw e;
    } finally {
      end();
    }
  }
}
