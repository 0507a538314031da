package io.haidang.translation.document.subtitle;

import io.haidang.glossary.TextSpan;
import io.haidang.translation.document.subtitle.BreakPoints.Point;
import io.haidang.translation.segment.Segmenter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Splits a translation among the cues of its source: each about where its source ends, at a good
 * place, with time enough to read it. Found by dynamic programming over the places near by.
 */
final class CueSplit {

  /** Places that are looked at around the one that would be ideal. */
  private static final int NEAR = 24;

  private static final double DISPLACEMENT = 4;
  private static final double SPEED = 30;
  private static final double OVERFLOW = 0.5;
  private static final double EMPTY = 25;

  private final String text;
  private final List<CueTime> times;
  private final SubtitleRules rules;
  private final double[] ideals;
  private final List<Point> points;
  private final LineFit fit;

  private CueSplit(
      String text, List<CueTime> times, SubtitleRules rules, double[] ideals, List<Point> points) {
    this.text = text;
    this.times = times;
    this.rules = rules;
    this.ideals = ideals;
    this.points = points;
    this.fit = new LineFit(text, points, rules);
  }

  /**
   * Where the parts after the first begin.
   *
   * @param source with the ends of its parts
   * @param text the translation, without codes
   * @param times one for each part
   */
  static List<Integer> of(
      SentenceText source,
      String text,
      List<CueTime> times,
      Locale language,
      List<String> unbroken,
      SubtitleRules rules) {
    if (times.size() == 1) {
      return List.of();
    }
    List<Point> points = BreakPoints.withEnds(text, language, unbroken, rules);
    return new CueSplit(text, times, rules, ideals(source, text, language), points).best();
  }

  /** The ends of the source's parts as places in the translation, sentence by sentence. */
  private static double[] ideals(SentenceText source, String text, Locale language) {
    List<TextSpan> from = Segmenter.forLanguage(Locale.ROOT).segment(source.plain()).segments();
    List<TextSpan> to = Segmenter.forLanguage(language).segment(text).segments();
    if (from.size() != to.size()) {
      from = List.of(new TextSpan(0, source.plain().length()));
      to = List.of(new TextSpan(0, text.length()));
    }
    double[] ideals = new double[source.ends().size() - 1];
    int sentence = 0;
    for (int i = 0; i < ideals.length; i++) {
      int end = source.ends().get(i);
      while (sentence < from.size() - 1 && from.get(sentence).end() < end) {
        sentence++;
      }
      ideals[i] = projected(end, from.get(sentence), to.get(sentence));
    }
    return ideals;
  }

  private static double projected(int offset, TextSpan from, TextSpan to) {
    double share = (offset - from.start()) / (double) Math.max(1, from.length());
    return to.start() + Math.min(1, Math.max(0, share)) * to.length();
  }

  private List<Integer> best() {
    int cuts = times.size() - 1;
    int[][] near = new int[cuts + 2][];
    near[0] = new int[] {0};
    for (int i = 1; i <= cuts; i++) {
      near[i] = near(ideals[i - 1]);
    }
    near[cuts + 1] = new int[] {points.size() - 1};
    int[][] from = new int[cuts + 2][];
    double[] costs = {0};
    for (int i = 1; i <= cuts + 1; i++) {
      double[] next = new double[near[i].length];
      from[i] = new int[near[i].length];
      for (int j = 0; j < next.length; j++) {
        next[j] = Double.POSITIVE_INFINITY;
        for (int k = 0; k < costs.length; k++) {
          double cost = costs[k] + cost(i - 1, near[i - 1][k], near[i][j]);
          if (cost < next[j]) {
            next[j] = cost;
            from[i][j] = k;
          }
        }
      }
      costs = next;
    }
    Integer[] starts = new Integer[cuts];
    int at = 0;
    for (int i = cuts + 1; i > 1; i--) {
      at = from[i][at];
      starts[i - 2] = points.get(near[i - 1][at]).offset();
    }
    return Arrays.asList(starts);
  }

  /** Points around an offset; always both ends of the text, so that a split can be found. */
  private int[] near(double ideal) {
    int middle = 0;
    while (middle < points.size() - 1 && points.get(middle).offset() < ideal) {
      middle++;
    }
    int first = Math.max(1, middle - NEAR / 2);
    int last = Math.min(points.size() - 2, middle + NEAR / 2);
    int[] near = new int[Math.max(0, last - first + 1) + 2];
    for (int i = first; i <= last; i++) {
      near[i - first + 1] = i;
    }
    near[near.length - 1] = points.size() - 1;
    return near;
  }

  /** Of a part from one point to another. */
  private double cost(int part, int from, int to) {
    if (to < from) {
      return Double.POSITIVE_INFINITY;
    }
    Point end = points.get(to);
    int length = fit.length(from, to);
    double cost = length == 0 ? EMPTY : end.penalty();
    if (part < ideals.length) {
      double scale = Math.max(8, text.length() / (double) times.size());
      double displaced = (end.offset() - ideals[part]) / scale;
      cost += DISPLACEMENT * displaced * displaced;
    }
    double speed = length * 1000.0 / Math.max(1, times.get(part).duration());
    double hurry = Math.max(0, speed / rules.fastSpeed() - 1);
    double overflow = fit.overflow(from, to);
    return cost + SPEED * Math.min(4, hurry * hurry) + OVERFLOW * overflow;
  }
}
