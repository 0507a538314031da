package io.haidang.gateway.traces;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Costs nothing. */
final class NoTracer implements Tracer {

  @Override
  public Span begin(Step step) {
    return Span.NONE;
  }

  @Override
  public Span begin(Step step, @Nullable String traceparent) {
    return Span.NONE;
  }

  @Override
  public void ended(Step step, Duration took, Consumer<Span> about) {}
}
