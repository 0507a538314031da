package io.haidang.translation.pipeline;

import io.haidang.models.CallContext;
import io.haidang.models.ModelDescriptor.Locality;
import io.haidang.models.ModelException;
import io.haidang.translation.Excerpt;
import io.haidang.translation.SegmentTranslator;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Asks one engine after another until one answers, passing over those that the texts may not reach.
 * The pipeline runs anew for each, because engines differ in what they take, and each segment says
 * which one wrote it.
 */
final class FailoverTranslator implements SegmentTranslator {

  private final List<SegmentTranslators.Engine> engines;

  FailoverTranslator(List<SegmentTranslators.Engine> engines) {
    this.engines = List.copyOf(engines);
  }

  @Override
  public List<TranslatedSegment> translate(
      Excerpt excerpt, TranslationContext context, CallContext call) {
    ModelException last = null;
    for (SegmentTranslators.Engine engine : engines) {
      if (engine.locality() == Locality.REMOTE && call.reach() != Locality.REMOTE) {
        continue;
      }
      try {
        return engine.translator().translate(excerpt, context, call);
      } catch (ModelException e) {
        last = worth(last, e);
      }
    }
    throw Objects.requireNonNullElseGet(
        last,
        () ->
            new ModelException.Unsupported(
                "pair: " + context.pair() + " (expected: an engine that the texts may reach)"));
  }

  /**
   * Stops when nobody wants the answer any more. Of several failures the one that may pass counts,
   * so that the job tries again while any engine may still answer.
   */
  private static ModelException worth(@Nullable ModelException earlier, ModelException failure) {
    if (failure instanceof ModelException.Cancelled
        || failure instanceof ModelException.DeadlineExceeded) {
      throw failure;
    }
    return earlier != null && earlier.retryable() ? earlier : failure;
  }
}
