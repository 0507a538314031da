package io.haidang.gateway.review;

import io.haidang.summarization.FormSentence.Role;
import io.haidang.translation.TranslatedSegment;
import java.util.List;

/**
 * A segment as the machine has made it.
 *
 * @param index position in the product, from 0
 * @param unit text unit (paragraph) it belongs to
 * @param role what it is in the product
 * @param origins segments of the asset that it was made from, in growing order
 */
public record MadeSegment(
    int index, int unit, Role role, List<Integer> origins, TranslatedSegment segment) {

  public MadeSegment {
    origins = List.copyOf(origins);
  }

  /** A translation, which is made from the segment in its own place. */
  public static MadeSegment translation(int index, int unit, TranslatedSegment segment) {
    return new MadeSegment(index, unit, Role.SENTENCE, List.of(index), segment);
  }
}
