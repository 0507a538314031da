package io.haidang.gateway.recipe;

import io.haidang.gateway.review.MadeSegment;
import io.haidang.models.CallContext;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import java.util.List;

/**
 * A product that is being made, with everything read that it is made from. Whatever it is asked to
 * make it makes anew, so that a run may stop after any step.
 *
 * <p><b>Thread-safety:</b> none; it belongs to one run.
 */
public interface Making {

  /** Segments of the whole product, 1 or more. */
  int size();

  /**
   * The segments at {@code places}, in that order.
   *
   * @param places indices in growing order
   * @throws io.haidang.models.ModelException when an engine fails
   */
  List<MadeSegment> make(List<Integer> places, CallContext call);

  /** What needs the whole product: the same segments, some of them mended. */
  List<TranslatedSegment> settle(List<TranslatedSegment> written);

  /** Direction, date and names; from and to the same language where nothing is translated. */
  TranslationContext context();
}
