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
 * @param uncertain words of the text that the model was unsure of, in reading order, those of
 *     required phrases left out; empty when the engine does not tell
 * @param others the next best outputs, best first, no two texts equal; none unless asked for
 * @param unmet required phrases that the text does not contain although the engine guarantees them:
 *     the vocabulary cannot spell them, or no output had all of them within its limit and this is
 *     the one that the model would have written without; a phrase required more often than it is
 *     there is listed for each time
 */
public record Generation(
    String text,
    double logProbability,
    int sourceTokens,
    int targetTokens,
    boolean truncated,
    List<UncertainSpan> uncertain,
    List<Alternative> others,
    List<RequiredPhrase> unmet) {

  public Generation {
    uncertain = List.copyOf(uncertain);
    others = List.copyOf(others);
    unmet = List.copyOf(unmet);
  }

  public Generation(
      String text, double logProbability, int sourceTokens, int targetTokens, boolean truncated) {
    this(
        text,
        logProbability,
        sourceTokens,
        targetTokens,
        truncated,
        List.of(),
        List.of(),
        List.of());
  }

  /**
   * A word, or a few signs, of the text that the model was unsure of.
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
