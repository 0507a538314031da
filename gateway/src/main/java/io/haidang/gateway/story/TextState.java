package io.haidang.gateway.story;

import io.haidang.translation.document.InlineCodes;
import io.haidang.translation.fact.Fact;
import io.haidang.translation.fact.FactLedger;
import java.time.LocalDate;
import java.util.List;

/**
 * A text as it is in one revision.
 *
 * @param segments with inline codes, in reading order
 * @param units the text unit of each segment
 * @param facts what it states
 */
record TextState(
    int revision,
    List<String> segments,
    List<Integer> units,
    FactLedger facts,
    LocalDate textDate) {

  /** Whether one fact of the text is what a product states, in whatever words. */
  boolean tells(Fact fact, Fact claim) {
    return new FactLedger(List.of(fact), facts.language(), textDate).supports(claim);
  }

  String plain(int segment) {
    return InlineCodes.strip(segments.get(segment));
  }
}
