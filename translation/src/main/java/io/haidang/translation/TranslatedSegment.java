package io.haidang.translation;

import io.haidang.models.Generation.UncertainSpan;
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
 * @param uncertain words of the target that the model was unsure of, in reading order; none when it
 *     does not tell
 * @param findings what a reviewer has to look at, most severe first
 * @param provenance where it came from
 */
public record TranslatedSegment(
    String source,
    String target,
    double confidence,
    double similarity,
    List<UncertainSpan> uncertain,
    List<Finding> findings,
    Provenance provenance) {

  /**
   * Below this similarity source and target seem to speak of different things; the distributions
   * behind it are in {@code models/RATIONALE.md}.
   */
  public static final double LOW_SIMILARITY = 0.30;

  /**
   * Below this confidence a model was unsure of its text: a token is on average less likely than
   * 1/e. Of the 81 segments of the two plain samples, the bundled model has 35 below; it is a hint
   * for the eye, no measure.
   */
  public static final double LOW_CONFIDENCE = -1.0;

  public TranslatedSegment {
    uncertain = List.copyOf(uncertain);
    findings = List.copyOf(findings);
  }

  /** A translation whose meaning nobody has compared yet. */
  public TranslatedSegment(
      String source,
      String target,
      double confidence,
      List<UncertainSpan> uncertain,
      List<Finding> findings,
      Provenance provenance) {
    this(source, target, confidence, Double.NaN, uncertain, findings, provenance);
  }

  /** The same, of which no word is marked. */
  public TranslatedSegment(
      String source,
      String target,
      double confidence,
      List<Finding> findings,
      Provenance provenance) {
    this(source, target, confidence, List.of(), findings, provenance);
  }

  /** The same translation, compared. */
  public TranslatedSegment withSimilarity(double compared, List<Finding> found) {
    return new TranslatedSegment(
        source, target, confidence, compared, uncertain, found, provenance);
  }

  /** The same translation, of other origin. */
  public TranslatedSegment withProvenance(Provenance other) {
    return new TranslatedSegment(
        source, target, confidence, similarity, uncertain, findings, other);
  }
}
