package io.haidang.models;

import org.jspecify.annotations.Nullable;

/**
 * How to search.
 *
 * @param beams hypotheses kept per text, 1 (greedy) to 16
 * @param lengthPenalty exponent of the length that divides the log-probability; 1 is the mean, null
 *     what the model's files say
 * @param maxTargetTokens longest output in tokens, special ones included, 1 to 1024
 */
public record GenerationOptions(int beams, @Nullable Double lengthPenalty, int maxTargetTokens) {

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
  }

  /** The same options with another number of beams. */
  public GenerationOptions withBeams(int count) {
    return new GenerationOptions(count, lengthPenalty, maxTargetTokens);
  }

  private static void check(boolean ok, String name, @Nullable Object value, String expected) {
    if (!ok) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: " + expected + ")");
    }
  }
}
