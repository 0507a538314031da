package io.haidang.models;

/**
 * A sentence or a part of one, and when it is said.
 *
 * @param startMillis from the beginning of the recording, 0 or more
 * @param endMillis {@code startMillis} or more
 * @param text on one line, without control characters; never blank
 * @param confidence average log-probability of its tokens, 0 is certainty; {@link Double#NaN} when
 *     the model does not tell
 * @param silence probability that nothing is said, from 0 to 1; {@link Double#NaN} when the model
 *     does not tell
 * @param repetition how far the text can be compressed, about 2 for common prose and more for words
 *     that go round in circles; {@link Double#NaN} when the model does not tell
 */
public record SpokenPiece(
    long startMillis,
    long endMillis,
    String text,
    double confidence,
    double silence,
    double repetition) {

  public SpokenPiece {
    if (startMillis < 0 || endMillis < startMillis) {
      throw new IllegalArgumentException(
          "time: " + startMillis + " to " + endMillis + " (expected: 0 <= start <= end)");
    }
    if (text.isBlank()) {
      throw new IllegalArgumentException("text: (blank) (expected: what is said)");
    }
  }

  /** The same, ending earlier. */
  public SpokenPiece endingAt(long millis) {
    return new SpokenPiece(startMillis, millis, text, confidence, silence, repetition);
  }
}
