package io.haidang.models;

import java.util.List;

/**
 * One output.
 *
 * @param text the output; may be empty
 * @param logProbability of the output, divided by its length in tokens to the power of the length
 *     penalty: 0 is certainty, lower is less sure; {@link Double#NaN} when the engine does not tell
 * @param sourceTokens tokens read, special ones included
 * @param targetTokens tokens written, special ones excluded
 * @param truncated whether input or output was cut at the model's limits
 * @param uncertain where in the text the model was unsure, in reading order; empty when the engine
 *     does not tell
 * @param others the next best outputs, best first; none unless asked for
 */
public record Generation(
    String text,
    double logProbability,
    int sourceTokens,
    int targetTokens,
    boolean truncated,
    List<UncertainSpan> uncertain,
    List<Alternative> others) {

  public Generation {
    uncertain = List.copyOf(uncertain);
    others = List.copyOf(others);
  }

  public Generation(
      String text, double logProbability, int sourceTokens, int targetTokens, boolean truncated) {
    this(text, logProbability, sourceTokens, targetTokens, truncated, List.of(), List.of());
  }

  /**
   * A part of the text that the model was unsure of.
   *
   * @param start first UTF-16 unit in the text, 0 or more
   * @param end first unit after it, more than {@code start}
   * @param logProbability of the least likely token in it
   */
  public record UncertainSpan(int start, int end, double logProbability) {

    public UncertainSpan {
      if (start < 0 || end <= start) {
        throw new IllegalArgumentException(
            "span: [" + start + ", " + end + ") (expected: 0 <= start < end)");
      }
    }
  }

  /** Another output, and how likely it is on the same scale. */
  public record Alternative(String text, double logProbability) {}
}
