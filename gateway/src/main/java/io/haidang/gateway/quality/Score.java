package io.haidang.gateway.quality;

/**
 * What the errors of a text cost, by its length.
 *
 * @param points of all its errors
 * @param words of the text that was judged
 * @param limit the most points by 1,000 words with which it passes
 */
public record Score(double points, int words, double limit) {

  private static final int PER = 1_000;

  /** Points by 1,000 words; 0 for a text without words. */
  public double perThousand() {
    return words == 0 ? 0 : points * PER / words;
  }

  /** Whether it is good enough. */
  public boolean passes() {
    return perThousand() <= limit;
  }
}
