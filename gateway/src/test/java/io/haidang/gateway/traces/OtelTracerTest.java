package io.haidang.gateway.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.haidang.gateway.testing.CapturedLog;
import io.haidang.gateway.testing.Collector;
import io.haidang.gateway.testing.ReceivedSpan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What arrives at a collector, and what becomes of spans without one. */
class OtelTracerTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String CALLER = "b7ad6b7169203331";

  @Test
  void span_ended_arrivesWithWhatWasTold() {
    try (Collector collector = Collector.start()) {
      try (OtelTracer tracer = OtelTracer.open(collector.settings())) {
        tracer
            .begin(Step.JOB)
            .put(Attribute.JOB_KIND, "translation")
            .put(Attribute.SEGMENTS, 12)
            .end();
      }

      ReceivedSpan span = collector.spans().get(0);
      assertThat(span.name()).isEqualTo("job");
      assertThat(span.attributes())
          .isEqualTo(Map.of("haidang.job.kind", "translation", "haidang.segments", "12"));
      assertThat(span.endNanos()).isGreaterThan(span.startNanos());
      assertThat(span.isFailed()).isFalse();
      assertThat(collector.heads()).containsExactly("POST /v1/traces application/x-protobuf null");
    }
  }

  @Test
  void process_isNamedWithoutItsMachineAndUser() {
    List<ReceivedSpan> spans = traced(tracer -> tracer.begin(Step.JOB).end());

    assertThat(spans.get(0).resource())
        .containsEntry("service.name", "haidang")
        .containsOnlyKeys(
            "service.name",
            "service.instance.id",
            "telemetry.sdk.language",
            "telemetry.sdk.name",
            "telemetry.sdk.version");
  }

  @Test
  void value_thatIsNoIdentifier_isNotExported() {
    List<ReceivedSpan> spans =
        traced(
            tracer ->
                tracer
                    .begin(Step.REQUEST)
                    .put(Attribute.ROUTE, "Sở Tài chính họp báo sáng nay.")
                    .put(Attribute.MODEL, "m".repeat(121))
                    .put(Attribute.ENGINE, "bundled/vi-en")
                    .named("GET", "/search?q=họp báo")
                    .failed("a message: of someone")
                    .end());

    assertThat(spans.get(0).attributes())
        .isEqualTo(
            Map.of(
                "http.route", "other",
                "haidang.model", "other",
                "haidang.engine", "bundled/vi-en",
                "error.type", "other"));
    assertThat(spans.get(0).name()).isEqualTo("GET other");
    assertThat(spans.get(0).isFailed()).isTrue();
  }

  @Test
  void steps_ofOneThreadAndOfThoseItHandsWorkTo_areOneTrace() throws Exception {
    try (Collector collector = Collector.start()) {
      try (OtelTracer tracer = OtelTracer.open(collector.settings())) {
        Span job = tracer.begin(Step.JOB);
        Callable<String> call =
            job.within(() -> tracer.begin(Step.TRANSLATE).during(() -> "translated"));
        assertThat(call.call()).isEqualTo("translated");
        Thread other = new Thread(() -> uncheck(job.within(call)));
        other.start();
        other.join();
        job.within(
                () -> {
                  tracer.ended(Step.ASK_PROVIDER, Duration.ofMillis(50), span -> {});
                  return "";
                })
            .call();
        job.end();
        tracer.begin(Step.JOB).end();
      }

      ReceivedSpan job = collector.spans(span -> span.isNamed("job")).get(0);
      List<ReceivedSpan> steps = collector.spans(span -> span.parentId().equals(job.spanId()));
      assertThat(steps)
          .extracting(ReceivedSpan::name)
          .containsExactlyInAnyOrder("translate", "translate", "ask provider");
      assertThat(steps).extracting(ReceivedSpan::traceId).containsOnly(job.traceId());
      ReceivedSpan provider = collector.spans(span -> span.isNamed("ask provider")).get(0);
      assertThat(provider.endNanos() - provider.startNanos())
          .isEqualTo(Duration.ofMillis(50).toNanos());
      assertThat(collector.spans(span -> !span.traceId().equals(job.traceId()))).hasSize(1);
    }
  }

  private static void uncheck(Callable<?> call) {
    try {
      call.call();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void work_thatFails_isFailedByItsClassAlone() {
    List<ReceivedSpan> spans =
        traced(
            tracer ->
                assertThatThrownBy(
                        () ->
                            tracer
                                .begin(Step.TRANSLATE)
                                .during(
                                    () -> {
                                      throw new IllegalStateException("Sở Tài chính");
                                    }))
                    .hasMessage("Sở Tài chính"));

    assertThat(spans.get(0).isFailed()).isTrue();
    assertThat(spans.get(0).attributes()).isEqualTo(Map.of("error.type", "IllegalStateException"));
    assertThat(spans.get(0).remarks()).isZero();
  }

  @Test
  void traceparent_ofAnotherProcess_isGoneOnWith() {
    List<ReceivedSpan> spans =
        traced(
            tracer -> {
              Span asked = tracer.begin(Step.REQUEST, "00-" + TRACE + "-" + CALLER + "-01");
              asked.end();
              tracer.begin(Step.ANSWER_NODE, asked.traceparent()).end();
            });

    assertThat(spans).extracting(ReceivedSpan::traceId).containsOnly(TRACE);
    assertThat(spans.get(0).parentId()).isEqualTo(CALLER);
    assertThat(spans.get(1).parentId()).isEqualTo(spans.get(0).spanId());
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "họp báo",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
        "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
      })
  void traceparent_thatIsNone_beginsATrace(String traceparent) {
    List<ReceivedSpan> spans = traced(tracer -> tracer.begin(Step.REQUEST, traceparent).end());

    assertThat(spans.get(0).parentId()).isEmpty();
    assertThat(spans.get(0).traceId()).isNotEqualTo(TRACE);
  }

  @Test
  void percent_ofTraces_isWhatIsKeptWhateverCallersWant() {
    try (Collector collector = Collector.start()) {
      try (OtelTracer tracer = OtelTracer.open(collector.settings("", 20))) {
        IntStream.range(0, 1000)
            .forEach(
                n ->
                    tracer
                        .begin(Step.REQUEST, "00-%032x-%s-0%d".formatted(spread(n), CALLER, n % 2))
                        .end());
      }

      List<ReceivedSpan> kept = collector.spans();
      assertThat(kept).hasSizeBetween(150, 250);
      assertThat(kept.stream().filter(span -> isOdd(span.traceId())).count())
          .isBetween(kept.size() / 3L, kept.size() * 2L / 3);
    }
  }

  /** Numbers that lie as evenly as those of real traces; odd ones stay odd. */
  private static long spread(int n) {
    return (0x9E3779B97F4A7C15L * (n + 1) & ~1L) | (n & 1);
  }

  private static boolean isOdd(String traceId) {
    return Integer.parseInt(traceId.substring(31), 16) % 2 == 1;
  }

  @Test
  void authorization_isSentInItsHeader() {
    try (Collector collector = Collector.start()) {
      try (OtelTracer tracer = OtelTracer.open(collector.settings("Bearer of-the-office", 100))) {
        tracer.begin(Step.JOB).end();
      }

      assertThat(collector.heads())
          .containsExactly("POST /v1/traces application/x-protobuf Bearer of-the-office");
    }
  }

  @Test
  void collector_away_isSaidOnceAndSaidWhenItIsBack() {
    Collector gone = Collector.start();
    gone.close();
    try (CapturedLog log = new CapturedLog();
        OtelTracer tracer = OtelTracer.open(gone.settings())) {
      for (int i = 0; i < 3; i++) {
        tracer.begin(Step.JOB).end();
        tracer.flush();
      }
      assertThat(said(log)).hasSize(1).allMatch(line -> line.contains("does not take them"));

      try (Collector back = Collector.at(gone.port())) {
        tracer.begin(Step.ANSWER_NODE).end();
        await().atMost(PATIENCE).until(() -> said(log).count() == 2);
        assertThat(back.spans()).extracting(ReceivedSpan::name).contains("answer node");
      }
      assertThat(said(log)).last().asString().contains("takes them again");
      assertThat(log.lines()).noneMatch(line -> line.contains("Failed to export"));
    }
  }

  @Test
  void collector_thatHangs_costsSpansAndNobodyWaits() {
    CountDownLatch released = new CountDownLatch(1);
    try (Collector collector = Collector.busy(() -> waitFor(released));
        OtelTracer tracer = OtelTracer.open(collector.settings())) {
      long start = System.nanoTime();
      IntStream.range(0, 50_000).forEach(n -> tracer.begin(Step.JOB).end());
      long took = System.nanoTime() - start;
      released.countDown();
      tracer.flush();

      assertThat(Duration.ofNanos(took)).isLessThan(PATIENCE);
      assertThat(collector.spans().size()).isBetween(1, 10_000);
    }
  }

  @Test
  void close_withACollectorThatHangs_waitsSecondsAndLeavesNoThreads() {
    CountDownLatch released = new CountDownLatch(1);
    try (Collector collector = Collector.busy(() -> waitFor(released))) {
      OtelTracer tracer = OtelTracer.open(collector.settings());
      tracer.begin(Step.JOB).end();
      long start = System.nanoTime();

      tracer.close();

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
      released.countDown();
      await().atMost(PATIENCE).until(() -> threads().findAny().isEmpty());
    }
  }

  private static Stream<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().matches("(BatchSpanProcessor|jdkhttp-executor).*"));
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Stream<String> said(CapturedLog log) {
    return log.lines().stream().filter(line -> line.startsWith("traces: "));
  }

  private static List<ReceivedSpan> traced(Consumer<OtelTracer> work) {
    try (Collector collector = Collector.start()) {
      try (OtelTracer tracer = OtelTracer.open(collector.settings())) {
        work.accept(tracer);
      }
      return collector.spans();
    }
  }
}
