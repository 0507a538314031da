package io.haidang.translation;

import io.haidang.models.CallContext;
import java.util.List;

/**
 * Translates segments under a glossary.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> computes for milliseconds to
 * minutes; never call it on an event loop.
 */
public interface SegmentTranslator {

  /**
   * One translation per source, in the same order. A segment that goes wrong is returned with
   * findings; only a failure of the engine throws.
   *
   * @param sources segments of one document, in its order
   * @throws io.haidang.models.ModelException when no engine serves the direction or it fails
   */
  List<TranslatedSegment> translate(
      List<String> sources, TranslationContext context, CallContext call);
}
