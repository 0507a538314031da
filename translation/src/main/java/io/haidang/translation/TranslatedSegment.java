package io.haidang.translation;

import io.haidang.translation.check.Finding;
import java.util.List;

/**
 * The machine's translation of one segment.
 *
 * @param source with inline codes
 * @param target with inline codes
 * @param confidence length-normalised log-probability of the output; 0 is certainty, lower is less
 *     sure; {@link Double#NaN} when the engine does not tell
 * @param similarity how close source and target are in meaning, -1 to 1; {@link Double#NaN} when
 *     nobody has compared them
 * @param findings what a reviewer has to look at, most severe first
 * @param provenance where it came from
 */
public record TranslatedSegment(
    String source,
    String target,
    double confidence,
    double similarity,
    List<Finding> findings,
    Provenance provenance) {

  /**
   * Below this similarity source and target seem to speak of different things; the distributions
   * behind it are in {@code models/RATIONALE.md}.
   */
  public static final double LOW_SIMILARITY = 0.30;

  public TranslatedSegment {
    findings = List.copyOf(findings);
  }

  /** A translation whose meaning nobody has compared yet. */
  public TranslatedSegment(
      String source,
      String target,
      double confidence,
      List<Finding> findings,
      Provenance provenance) {
    this(source, target, confidence, Double.NaN, findings, provenance);
  }
}
