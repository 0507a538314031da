package io.haidang.gateway.traces;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import org.jspecify.annotations.Nullable;

/** Takes a trace's and a span's number over from another process, and nothing else it may say. */
final class TraceparentReader implements TextMapGetter<String> {

  private static final TraceparentReader INSTANCE = new TraceparentReader();

  private TraceparentReader() {}

  /** The root when {@code traceparent} is missing or malformed. */
  static Context read(@Nullable String traceparent) {
    return traceparent == null
        ? Context.root()
        : W3CTraceContextPropagator.getInstance().extract(Context.root(), traceparent, INSTANCE);
  }

  @Override
  public @Nullable String get(@Nullable String traceparent, String key) {
    return key.equals(Tracer.TRACEPARENT) ? traceparent : null;
  }
}
