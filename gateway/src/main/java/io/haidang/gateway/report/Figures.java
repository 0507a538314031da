package io.haidang.gateway.report;

import io.haidang.translation.PostEdit;
import java.time.Duration;
import java.util.Optional;

/**
 * What was made, how long it took and how good it was.
 *
 * @param products signed off for the first time
 * @param published delivered for the first time
 * @param withdrawn taken back
 * @param corrected told to the public as put right
 * @param median half of the products took no longer from the asking to the first sign-off; empty
 *     without products
 * @param slow nine of ten took no longer; empty without products
 * @param segments of the products signed off
 * @param changed segments whose words are not the machine's
 * @param edited how much of the machine's words was changed
 * @param errors segments with an error that was accepted
 * @param warnings segments with a lesser finding
 * @param names segments that lack an official name, or have a forbidden one
 */
public record Figures(
    int products,
    int published,
    int withdrawn,
    int corrected,
    Optional<Duration> median,
    Optional<Duration> slow,
    int segments,
    int changed,
    PostEdit edited,
    int errors,
    int warnings,
    int names) {

  /** Share of changed segments, 0 to 1; 0 without segments. */
  public double changedShare() {
    return segments == 0 ? 0 : (double) changed / segments;
  }
}
