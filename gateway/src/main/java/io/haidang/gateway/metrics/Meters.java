package io.haidang.gateway.metrics;

import io.haidang.gateway.PublicName;
import io.haidang.models.remote.UsageRecorder;
import io.haidang.models.remote.UsageRecorder.Usage;
import io.haidang.models.serving.BatchListener.Decoded;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/**
 * Counts and measures what a node does, and writes it as Prometheus reads it.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use; what is told returns at once. <b>Owns:</b> a
 * listener of the garbage collector, until {@link #close}.
 */
public final class Meters implements AutoCloseable {

  private static final Duration[] LATENCIES = {
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofMillis(2500),
    Duration.ofSeconds(5),
    Duration.ofSeconds(10),
    Duration.ofSeconds(30)
  };

  private static final Pattern DIALECT =
      Pattern.compile("/(v\\d|libretranslate|translate|detect|languages)(/.*)?");

  private static final double MICROS = 1e6;

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  /** The registry holds them weakly. */
  private final List<LongSupplier> counted = new CopyOnWriteArrayList<>();

  private final JvmGcMetrics collector = new JvmGcMetrics();

  /** Begins to measure the process. */
  public Meters() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    collector.bindTo(registry);
    bytes(MetricName.RESIDENT, ResidentMemory::bytes);
    for (String kind : new String[] {"api", "dialect", "page"}) {
      latency(kind);
    }
  }

  /** A request has been answered. */
  public void request(String route, String method, int status, long nanos) {
    Tags tags = Tags.of("route", route, "method", method, "status", Integer.toString(status));
    registry.timer(MetricName.REQUESTS, tags).record(nanos, TimeUnit.NANOSECONDS);
    latency(kind(route)).record(nanos, TimeUnit.NANOSECONDS);
  }

  private Timer latency(String kind) {
    return Timer.builder(MetricName.REQUEST_LATENCY)
        .tag("kind", kind)
        .serviceLevelObjectives(LATENCIES)
        .register(registry);
  }

  private static String kind(String route) {
    if (route.startsWith("/api/")) {
      return "api";
    }
    return DIALECT.matcher(route).matches() ? "dialect" : "page";
  }

  /** A worker has let go of a product. */
  public void job(String outcome, long nanos) {
    registry.timer(MetricName.JOB_RUNS, "outcome", outcome).record(nanos, TimeUnit.NANOSECONDS);
  }

  /** Segments have come from somewhere. */
  void segments(String engine, String outcome, int count) {
    Counter.builder(MetricName.SEGMENTS)
        .tag("engine", engine)
        .tag("outcome", outcome)
        .register(registry)
        .increment(count);
  }

  /** A model has decoded a batch. */
  public void batch(Decoded batch) {
    Tags tags =
        Tags.of("model", batch.model().value(), "priority", PublicName.of(batch.priority()));
    DistributionSummary.builder(MetricName.BATCH_ROWS)
        .tags(tags)
        .register(registry)
        .record(batch.rows());
    registry.timer(MetricName.BATCH_WAIT, tags).record(batch.waitedNanos(), TimeUnit.NANOSECONDS);
    registry.timer(MetricName.BATCH_TIME, tags).record(batch.tookNanos(), TimeUnit.NANOSECONDS);
  }

  /** The same recorder, which tells us what it is told. */
  public UsageRecorder counting(UsageRecorder recorder) {
    return usage -> {
      recorder.record(usage);
      provider(usage);
    };
  }

  private void provider(Usage usage) {
    Tags tags = Tags.of("provider", usage.provider(), "model", usage.model());
    registry
        .timer(MetricName.PROVIDER_CALLS, tags.and("outcome", PublicName.of(usage.outcome())))
        .record(usage.latencyMillis(), TimeUnit.MILLISECONDS);
    registry
        .counter(MetricName.PROVIDER_TOKENS, tags.and("direction", "input"))
        .increment((double) usage.inputTokens());
    registry
        .counter(MetricName.PROVIDER_TOKENS, tags.and("direction", "output"))
        .increment((double) usage.outputTokens());
    registry.counter(MetricName.PROVIDER_COST, tags).increment(usage.costMicros() / MICROS);
  }

  /** How often the cache of translations knew, and did not know, what it was asked. */
  public void cache(LongSupplier hits, LongSupplier misses) {
    count(MetricName.CACHE, Tags.of("result", "hit"), hits);
    count(MetricName.CACHE, Tags.of("result", "miss"), misses);
  }

  /** Sign-ins that were refused since the start. */
  public void signInsRefused(LongSupplier refused) {
    count(MetricName.SIGN_INS_REFUSED, Tags.empty(), refused);
  }

  private void count(String name, Tags tags, LongSupplier source) {
    counted.add(source);
    FunctionCounter.builder(name, source, LongSupplier::getAsLong).tags(tags).register(registry);
  }

  /** Bytes that the loaded models take. */
  public void modelMemory(LongSupplier bytes) {
    bytes(MetricName.MODEL_MEMORY, bytes);
  }

  private void bytes(String name, LongSupplier bytes) {
    Gauge.builder(name, bytes::getAsLong)
        .baseUnit("bytes")
        .strongReference(true)
        .register(registry);
  }

  /** Something that is asked for whenever somebody reads. */
  void gauge(String name, Tags tags, DoubleSupplier value) {
    Gauge.builder(name, value::getAsDouble).tags(tags).strongReference(true).register(registry);
  }

  /** Everything, in the text format 0.0.4 of Prometheus; blocks while SQL is asked. */
  public String scrape() {
    return registry.scrape();
  }

  @Override
  public void close() {
    collector.close();
    registry.close();
  }
}
