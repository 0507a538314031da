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

  /** How many segments on either side an engine may look at. */
  int NEIGHBOURS = 2;

  /**
   * One translation per segment of the excerpt, in the same order. A segment that goes wrong is
   * returned with findings; only a failure of the engine throws.
   *
   * @throws io.haidang.models.ModelException when no engine serves the direction or it fails
   */
  List<TranslatedSegment> translate(Excerpt excerpt, TranslationContext context, CallContext call);

  /** The same for a text that is handed in whole: segments of one document, in its order. */
  default List<TranslatedSegment> translate(
      List<String> document, TranslationContext context, CallContext call) {
    return translate(Excerpt.whole(document), context, call);
  }
}
