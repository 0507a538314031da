package io.haidang.translation;

import io.haidang.models.CallContext;
import java.util.Collections;
import java.util.List;

/**
 * Knows other ways to translate segments.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> computes as a {@link
 * SegmentTranslator} does.
 */
public interface SegmentAlternatives {

  /** Knows none. */
  SegmentAlternatives NONE =
      (written, context, most, call) -> Collections.nCopies(written.size(), List.of());

  /**
   * For each segment other translations with every official name, best first, with inline codes. No
   * two of a segment are equal, nor equal to the one that is written.
   *
   * @param most of a segment, 1 to 15; there may be fewer, or none
   * @throws io.haidang.models.ModelException when no engine serves the direction or it fails
   */
  List<List<String>> alternatives(
      List<TranslatedSegment> written, TranslationContext context, int most, CallContext call);
}
