package io.haidang.gateway.traces;

import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Sends spans to a collector (OTLP over HTTP), a few at a time and from a thread of its own. What
 * the collector does not take, and what does not fit into the queue, is dropped.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Owns:</b> its threads and connections, until
 * {@link #close}.
 */
public final class OtelTracer implements Tracer, AutoCloseable {

  private static final String SERVICE = "haidang";

  /** Spans that wait to be sent; about a kilobyte each. */
  private static final int QUEUE = 2048;

  private static final Duration DELAY = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** For what is left when the node stops. */
  private static final Duration LAST_PATIENCE = Duration.ofSeconds(6);

  private final SdkTracerProvider provider;
  private final io.opentelemetry.api.trace.Tracer tracer;

  private OtelTracer(SdkTracerProvider provider) {
    this.provider = provider;
    this.tracer = provider.get(SERVICE);
  }

  /** Opens no connection yet. */
  public static OtelTracer open(TraceSettings settings) {
    takeLogOver();
    SpanExporter exporter = new CollectorWatch(exporter(settings), settings.endpoint());
    return new OtelTracer(
        SdkTracerProvider.builder()
            .setResource(resource())
            .setSampler(sampler(settings.percent()))
            .addSpanProcessor(
                BatchSpanProcessor.builder(exporter)
                    .setMaxQueueSize(QUEUE)
                    .setScheduleDelay(DELAY)
                    .setExporterTimeout(PATIENCE)
                    .build())
            .build());
  }

  /** The exporter says what fails each time, on standard error and with what was answered. */
  private static void takeLogOver() {
    if (!SLF4JBridgeHandler.isInstalled()) {
      SLF4JBridgeHandler.removeHandlersForRootLogger();
      SLF4JBridgeHandler.install();
    }
  }

  /** Without further tries: by then the next spans wait. */
  private static SpanExporter exporter(TraceSettings settings) {
    OtlpHttpSpanExporterBuilder builder =
        OtlpHttpSpanExporter.builder()
            .setEndpoint(settings.endpoint().toString())
            .setConnectTimeout(PATIENCE)
            .setTimeout(PATIENCE)
            .setRetryPolicy(null);
    if (!settings.authorization().isEmpty()) {
      builder.addHeader("Authorization", settings.authorization());
    }
    return builder.build();
  }

  /** Which process it is; nothing of the machine or of those who use it. */
  private static Resource resource() {
    return Resource.getDefault().toBuilder()
        .put("service.name", SERVICE)
        .put("service.instance.id", UUID.randomUUID().toString())
        .build();
  }

  /**
   * By the number of the trace, so that all nodes keep the same ones; whether a caller wants its
   * own to be kept counts for nothing.
   */
  private static Sampler sampler(int percent) {
    Sampler some = Sampler.traceIdRatioBased(percent / 100.0);
    return Sampler.parentBasedBuilder(some)
        .setRemoteParentSampled(some)
        .setRemoteParentNotSampled(some)
        .build();
  }

  @Override
  public Span begin(Step step) {
    Context parent = Context.current();
    return new OtelSpan(builder(step, parent).startSpan(), parent);
  }

  @Override
  public Span begin(Step step, @Nullable String traceparent) {
    Context parent = TraceparentReader.read(traceparent);
    return new OtelSpan(builder(step, parent).startSpan(), parent);
  }

  @Override
  public void ended(Step step, Duration took, Consumer<Span> about) {
    Context parent = Context.current();
    Instant end = Instant.now();
    io.opentelemetry.api.trace.Span span =
        builder(step, parent).setStartTimestamp(end.minus(took)).startSpan();
    about.accept(new OtelSpan(span, parent));
    span.end(end);
  }

  private SpanBuilder builder(Step step, Context parent) {
    return tracer.spanBuilder(step.text()).setParent(parent).setSpanKind(step.kind());
  }

  /** Sends what has ended. Blocks, a few seconds at most. */
  void flush() {
    provider.forceFlush().join(LAST_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Sends what is left.
   *
   * <p><b>Blocking:</b> a few seconds at most.
   */
  @Override
  public void close() {
    provider.shutdown().join(LAST_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }
}
