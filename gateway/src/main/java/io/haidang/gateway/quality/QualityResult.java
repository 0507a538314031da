package io.haidang.gateway.quality;

import io.haidang.gateway.draft.ProductForm;
import io.haidang.translation.PostEdit;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * What a text was worth when somebody decided about it.
 *
 * @param id grows with time
 * @param round 1 for the first time that somebody decides about the text as it was made
 * @param person display name of who decided
 * @param engine that wrote most of its segments; empty where none did
 * @param changed segments whose words are not the machine's
 * @param edited how much of the machine's words was changed
 * @param active time that people had it before them, until then
 */
public record QualityResult(
    long id,
    UUID target,
    Outcome outcome,
    int round,
    Instant at,
    String person,
    Locale language,
    String office,
    ProductForm form,
    String engine,
    Score score,
    int segments,
    int changed,
    PostEdit edited,
    Duration active) {

  /** What was decided. */
  public enum Outcome {
    APPROVED,
    CHANGES_REQUESTED,
    REJECTED,
    /** Read again after its sign-off, as one of a sample. */
    SAMPLED
  }

  /** Whether it was signed off as the machine had written it. */
  public boolean isUntouched() {
    return outcome == Outcome.APPROVED && changed == 0;
  }
}
