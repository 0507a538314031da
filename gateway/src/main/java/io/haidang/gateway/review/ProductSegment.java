package io.haidang.gateway.review;

import io.haidang.summarization.FormSentence.Role;
import io.haidang.translation.document.InlineCodes;
import io.haidang.translation.review.SegmentState;
import java.util.List;

/**
 * A segment of a product as those see it who make others from it or compare it with its source.
 *
 * @param index position in the product, from 0
 * @param role what it is in the product
 * @param origins segments of the asset that it was made from
 * @param source with inline codes
 * @param text the present one, with inline codes
 * @param state whose words they are
 */
public record ProductSegment(
    int index, Role role, List<Integer> origins, String source, String text, SegmentState state) {

  public ProductSegment {
    origins = List.copyOf(origins);
  }

  /** The present text without codes. */
  public String plain() {
    return InlineCodes.strip(text);
  }
}
