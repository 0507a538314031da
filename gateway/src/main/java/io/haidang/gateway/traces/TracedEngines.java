package io.haidang.gateway.traces;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.draft.TextKind;
import io.haidang.gateway.engine.EngineRouter;
import io.haidang.models.remote.UsageRecorder;
import io.haidang.models.remote.UsageRecorder.Outcome;
import io.haidang.models.remote.UsageRecorder.Usage;
import io.haidang.translation.Provenance;
import io.haidang.translation.SegmentAlternatives;
import io.haidang.translation.SegmentTranslator;
import io.haidang.translation.TranslatedSegment;
import java.time.Duration;
import java.util.List;

/**
 * Tells who translated, and which providers were called for it.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use.
 */
public final class TracedEngines implements EngineRouter {

  private static final String SEVERAL = "several";

  private final EngineRouter engines;
  private final Tracer tracer;

  public TracedEngines(EngineRouter engines, Tracer tracer) {
    this.engines = engines;
    this.tracer = tracer;
  }

  @Override
  public SegmentTranslator translator(TextKind kind) {
    return traced(engines.translator(kind), kind);
  }

  @Override
  public SegmentTranslator instructed(TextKind kind) {
    return traced(engines.instructed(kind), kind);
  }

  @Override
  public SegmentAlternatives alternatives(TextKind kind) {
    return engines.alternatives(kind);
  }

  private SegmentTranslator traced(SegmentTranslator translator, TextKind kind) {
    return (excerpt, context, call) -> {
      Span span =
          tracer
              .begin(Step.TRANSLATE)
              .put(Attribute.SOURCE_LANGUAGE, kind.pair().source().toLanguageTag())
              .put(Attribute.TARGET_LANGUAGE, kind.pair().target().toLanguageTag())
              .put(Attribute.FORMAT, PublicName.of(kind.format()))
              .put(Attribute.SEGMENTS, excerpt.places().size());
      return span.during(() -> told(span, translator.translate(excerpt, context, call)));
    };
  }

  private static List<TranslatedSegment> told(Span span, List<TranslatedSegment> segments) {
    if (span != Span.NONE) {
      List<Provenance> origins = segments.stream().map(TranslatedSegment::provenance).toList();
      span.put(Attribute.REMEMBERED, origins.stream().filter(o -> o.memory() != null).count());
      List<String> names = origins.stream().map(Provenance::engine).distinct().toList();
      if (!names.isEmpty()) {
        span.put(Attribute.ENGINE, names.size() == 1 ? names.get(0) : SEVERAL);
      }
    }
    return segments;
  }

  /** The same recorder, whose calls are told of. */
  public static UsageRecorder calls(UsageRecorder recorder, Tracer tracer) {
    return usage -> {
      recorder.record(usage);
      tracer.ended(
          Step.ASK_PROVIDER,
          Duration.ofMillis(usage.latencyMillis()),
          span -> describe(span, usage));
    };
  }

  private static void describe(Span span, Usage usage) {
    span.put(Attribute.PROVIDER, usage.provider())
        .put(Attribute.MODEL, usage.model())
        .put(Attribute.INPUT_TOKENS, usage.inputTokens())
        .put(Attribute.OUTPUT_TOKENS, usage.outputTokens())
        .put(Attribute.OUTCOME, PublicName.of(usage.outcome()));
    if (usage.outcome() != Outcome.ANSWERED) {
      span.failed(PublicName.of(usage.outcome()));
    }
  }
}
