package io.haidang.gateway.review;

import io.haidang.summarization.length.LengthUnit;
import io.haidang.translation.document.InlineCodes;
import io.haidang.translation.document.Measure;
import java.util.List;

/**
 * Counts the texts of one product as its checks do, and knows what they allow.
 *
 * <p><b>Thread-safety:</b> immutable. <b>Blocking:</b> no I/O.
 */
@FunctionalInterface
public interface Ruler {

  /** How much of a product is counted together. */
  enum Scope {
    SEGMENT,
    /** What the document has in one place: a field, what one speaker says. */
    PLACE,
    PRODUCT
  }

  /** What was counted. */
  record Reading(Scope scope, List<Measure> measures) {

    public Reading {
      measures = List.copyOf(measures);
    }
  }

  /** For texts of any length: characters, without inline codes. */
  Ruler ENDLESS =
      (index, text) ->
          new Reading(
              Scope.SEGMENT,
              List.of(
                  Measure.free(
                      "characters", LengthUnit.CHARACTERS.of(InlineCodes.strip(text).strip()))));

  /** Counts what would be there with {@code text} in a segment, every other as it is. */
  Reading read(int index, String text);
}
