package io.haidang.gateway.traces;

import io.opentelemetry.api.trace.SpanKind;

/** Kinds of spans. */
public enum Step {
  /** An HTTP request is answered. Named after its method and the template of its route. */
  REQUEST("request", SpanKind.SERVER),
  /** A worker makes a product, or translates a document of a client. */
  JOB("job", SpanKind.CONSUMER),
  /** The engines are asked for some segments, the memory before them. */
  TRANSLATE("translate", SpanKind.INTERNAL),
  /** A model of this node generates, the time that its caller waits for a batch included. */
  GENERATE("generate", SpanKind.INTERNAL),
  /** Another node is asked to generate. */
  ASK_NODE("ask node", SpanKind.CLIENT),
  /** Another node's question is answered. */
  ANSWER_NODE("answer node", SpanKind.SERVER),
  /** A provider is called. */
  ASK_PROVIDER("ask provider", SpanKind.CLIENT);

  private final String text;
  private final SpanKind kind;

  Step(String text, SpanKind kind) {
    this.text = text;
    this.kind = kind;
  }

  /** The name of its spans. */
  public String text() {
    return text;
  }

  SpanKind kind() {
    return kind;
  }
}
