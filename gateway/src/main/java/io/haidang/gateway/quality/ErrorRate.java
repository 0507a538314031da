package io.haidang.gateway.quality;

import java.util.List;

/**
 * The share of signed-off texts that are not good enough, as a sample tells it: each text counts by
 * one over the probability that it was drawn (Hájek 1971). The interval is Wilson's (1927) at 95 %,
 * with the sample's effective size by Kish (1965), since texts of unequal weight tell less; nothing
 * is taken off for a sample that is a large part of all texts, so it is rather too wide.
 *
 * @param share 0 to 1; 0 when nothing has been read
 * @param low end of the interval
 * @param high end of the interval; 1 when nothing has been read
 */
public record ErrorRate(double share, double low, double high) {

  /** Of the normal distribution, for 95 %. */
  private static final double Z = 1.959964;

  static ErrorRate of(List<Sample.Text> texts) {
    double all = 0;
    double squares = 0;
    double wrong = 0;
    for (Sample.Text text : texts) {
      if (text.isRead()) {
        double weight = 1 / text.probability();
        all += weight;
        squares += weight * weight;
        wrong += Boolean.FALSE.equals(text.passed()) ? weight : 0;
      }
    }
    return all == 0 ? new ErrorRate(0, 0, 1) : wilson(wrong / all, all * all / squares);
  }

  private static ErrorRate wilson(double share, double size) {
    double square = Z * Z / size;
    double middle = (share + square / 2) / (1 + square);
    double half = Z * Math.sqrt(share * (1 - share) / size + square / (4 * size)) / (1 + square);
    return new ErrorRate(share, Math.max(0, middle - half), Math.min(1, middle + half));
  }
}
