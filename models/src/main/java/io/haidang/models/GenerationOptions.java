package io.haidang.models;

import org.jspecify.annotations.Nullable;

/**
 * How to search.
 *
 * @param beams hypotheses kept per text, 1 (greedy) to 16
 * @param lengthPenalty exponent of the length that divides the log-probability; 1 is the mean, null
 *     what the model's files say
 * @param maxTargetTokens longest output in tokens, special ones included, 1 to 1024
 * @param hypotheses outputs per text, 1 to {@code beams}; more than one needs {@link
 *     ModelDescriptor.Capability#N_BEST}
 */
public record GenerationOptions(
    int beams, @Nullable Double lengthPenalty, int maxTargetTokens, int hypotheses) {

  /** Beam 4, the model's own length penalty, 300 tokens. */
  public static final GenerationOptions DEFAULT = new GenerationOptions(4, null, 300);

  public GenerationOptions {
    check(beams >= 1 && beams <= 16, "beams", beams, "1-16");
    check(
        lengthPenalty == null || Double.isFinite(lengthPenalty),
        "length.penalty",
        lengthPenalty,
        "a finite number");
    check(
        maxTargetTokens >= 1 && maxTargetTokens <= 1024,
        "max.target.tokens",
        maxTargetTokens,
        "1-1024");
    check(hypotheses >= 1 && hypotheses <= beams, "hypotheses", hypotheses, "1-" + beams);
  }

  /** One output per text. */
  public GenerationOptions(int beams, @Nullable Double lengthPenalty, int maxTargetTokens) {
    this(beams, lengthPenalty, maxTargetTokens, 1);
  }

  /** The same options with another number of beams, and no more outputs than that. */
  public GenerationOptions withBeams(int count) {
    return new GenerationOptions(
        count, lengthPenalty, maxTargetTokens, Math.max(1, Math.min(count, hypotheses)));
  }

  /** The same options with another number of outputs per text. */
  public GenerationOptions withHypotheses(int count) {
    return new GenerationOptions(beams, lengthPenalty, maxTargetTokens, count);
  }

  private static void check(boolean ok, String name, @Nullable Object value, String expected) {
    if (!ok) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: " + expected + ")");
    }
  }
}
