package io.haidang.gateway.traces;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Begins spans.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> never; what cannot be told in
 * time is dropped.
 */
public interface Tracer {

  /** The header, and the field of a message, that carries {@link Span#traceparent}. */
  String TRACEPARENT = "traceparent";

  /** Nobody traces. */
  Tracer NONE = new NoTracer();

  /** Begins a step of what this thread is doing, or a trace when that is nothing. */
  Span begin(Step step);

  /**
   * Begins a step of what another process is doing.
   *
   * @param traceparent what that said; without it, or with something else, a trace begins
   */
  Span begin(Step step, @Nullable String traceparent);

  /**
   * Tells of a step of this thread that ends now.
   *
   * @param about adds what may be told
   */
  void ended(Step step, Duration took, Consumer<Span> about);
}
