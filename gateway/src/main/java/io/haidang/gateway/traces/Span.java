package io.haidang.gateway.traces;

import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * A step that takes time, and what may be told of it. It lasts until {@link #end}; whoever begins
 * it ends it.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> never.
 */
public interface Span {

  /** Nobody traces. */
  Span NONE = new NoSpan();

  /** Adds what does not look like an identifier as {@code other}. */
  Span put(Attribute attribute, String value);

  Span put(Attribute attribute, long value);

  /** Gives it a name of two parts, each treated as a value. */
  Span named(String first, String second);

  /**
   * Marks it as failed.
   *
   * @param type an identifier, such as the class of an exception
   */
  Span failed(String type);

  void end();

  /** What another process needs to go on (W3C Trace Context); empty when nobody traces. */
  String traceparent();

  /** 32 hexadecimal digits; empty when nobody traces. */
  String traceId();

  /** The same call, whose steps will be steps of this span; it does not end the span. */
  <T> Callable<T> within(Callable<T> call);

  /** Does {@code work}, whose steps are steps of this span, and ends it with that. */
  <T> T during(Supplier<T> work);
}
