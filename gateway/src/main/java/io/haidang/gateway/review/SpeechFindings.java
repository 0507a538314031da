package io.haidang.gateway.review;

import io.haidang.models.SpokenPiece;
import io.haidang.translation.check.Finding;
import io.haidang.translation.check.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where a service was unsure of what it heard, so that a person listens again. The limits are those
 * by which Whisper itself gives a piece up (Radford et al. 2023, section 4.5).
 *
 * <p>Ids: {@code speech-unsure}, {@code speech-silence}, {@code speech-repeated}, and {@code
 * speech-none}, which blocks approval.
 */
public final class SpeechFindings {

  private static final double LEAST_CONFIDENCE = -1.0;
  private static final double MOST_SILENCE = 0.6;
  private static final double MOST_REPETITION = 2.4;
  private static final int PERCENT = 100;

  private SpeechFindings() {}

  /** A recording in which nothing was heard. */
  public static Finding none() {
    return new Finding("speech-none", Severity.ERROR, null, null, "", "");
  }

  /** The findings of a piece; none when the service was sure, or does not tell. */
  public static List<Finding> of(SpokenPiece piece) {
    List<Finding> findings = new ArrayList<>();
    if (piece.confidence() < LEAST_CONFIDENCE) {
      double certain = Math.exp(piece.confidence()) * PERCENT;
      findings.add(warning("speech-unsure", String.format(Locale.ROOT, "%.0f %%", certain)));
    }
    if (piece.silence() > MOST_SILENCE) {
      double silent = piece.silence() * PERCENT;
      findings.add(warning("speech-silence", String.format(Locale.ROOT, "%.0f %%", silent)));
    }
    if (piece.repetition() > MOST_REPETITION) {
      findings.add(warning("speech-repeated", ""));
    }
    return findings;
  }

  private static Finding warning(String id, String value) {
    return new Finding(id, Severity.WARNING, null, null, value, "");
  }
}
