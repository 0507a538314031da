package io.haidang.gateway.metrics;

import io.haidang.gateway.draft.TextKind;
import io.haidang.gateway.engine.EngineRouter;
import io.haidang.models.ModelException;
import io.haidang.translation.Provenance;
import io.haidang.translation.SegmentAlternatives;
import io.haidang.translation.SegmentTranslator;
import io.haidang.translation.TranslatedSegment;
import java.util.List;

/**
 * Counts where segments come from: an engine, the memory, or the text itself.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use.
 */
public final class MeteredEngines implements EngineRouter {

  private final EngineRouter engines;
  private final Meters meters;

  public MeteredEngines(EngineRouter engines, Meters meters) {
    this.engines = engines;
    this.meters = meters;
  }

  @Override
  public SegmentTranslator translator(TextKind kind) {
    return counting(engines.translator(kind));
  }

  @Override
  public SegmentTranslator instructed(TextKind kind) {
    return counting(engines.instructed(kind));
  }

  @Override
  public SegmentAlternatives alternatives(TextKind kind) {
    return engines.alternatives(kind);
  }

  private SegmentTranslator counting(SegmentTranslator translator) {
    return (excerpt, context, call) -> {
      try {
        List<TranslatedSegment> segments = translator.translate(excerpt, context, call);
        segments.forEach(segment -> count(segment.provenance()));
        return segments;
      } catch (ModelException.Cancelled e) {
        throw e; // Nobody failed.
      } catch (RuntimeException e) {
        meters.segments("none", "failed", excerpt.texts().size());
        throw e;
      }
    };
  }

  private void count(Provenance provenance) {
    meters.segments(provenance.engine(), outcome(provenance), 1);
  }

  private static String outcome(Provenance provenance) {
    if (provenance.memory() != null) {
      return "remembered";
    }
    if (provenance.engine().equals("source") || provenance.engine().equals("names")) {
      return "kept";
    }
    return provenance.repaired() ? "repaired" : "written";
  }
}
