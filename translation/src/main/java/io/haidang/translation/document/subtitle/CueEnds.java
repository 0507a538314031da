package io.haidang.translation.document.subtitle;

import io.haidang.translation.document.subtitle.BreakPoints.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Where the cues of a transcript end, by the cheapest way from its beginning to its end. */
final class CueEnds {

  /** Silence after which a new cue begins in any case, in milliseconds. */
  private static final long PAUSE = 1_000;

  private static final double EACH_CUE = 1.5;
  private static final double ACROSS_SENTENCES = 2;
  private static final double ACROSS_PAUSE = 50;
  private static final double SPEED = 30;
  private static final double SHORT = 3;

  /** What cannot be divided may be too long; it only has to cost more than anything else. */
  private static final double OVERFLOW = 100;

  private final Transcript spoken;
  private final SubtitleRules rules;
  private final List<Point> points;
  private final LineFit fit;

  CueEnds(Transcript spoken, Locale language, List<String> unbroken, SubtitleRules rules) {
    this.spoken = spoken;
    this.rules = rules;
    this.points = BreakPoints.withEnds(spoken.text(), language, unbroken, rules);
    this.fit = new LineFit(spoken.text(), points, rules);
  }

  /** Offsets in the text of the transcript. */
  List<Integer> best() {
    double[] costs = new double[points.size()];
    int[] from = new int[points.size()];
    Arrays.fill(costs, Double.POSITIVE_INFINITY);
    costs[0] = 0;
    for (int end = 1; end < points.size(); end++) {
      for (int start = end - 1; start >= 0; start--) {
        double cost = costs[start] + cost(start, end);
        if (cost < costs[end]) {
          costs[end] = cost;
          from[end] = start;
        }
        if (isFull(start, end)) {
          break;
        }
      }
    }
    List<Integer> ends = new ArrayList<>();
    for (int at = points.size() - 1; at > 0; at = from[at]) {
      ends.add(offset(at));
    }
    Collections.reverse(ends);
    return ends;
  }

  private int offset(int point) {
    return points.get(point).offset();
  }

  private long time(int start, int end) {
    return spoken.endBefore(offset(end)) - spoken.startAt(offset(start));
  }

  private boolean isFull(int start, int end) {
    return fit.overflow(start, end) > 0 || time(start, end) > rules.maxDuration();
  }

  private double cost(int start, int end) {
    int length = fit.length(start, end);
    long time = time(start, end);
    double hurry = Math.max(0, length * 1000.0 / Math.max(1, time) / rules.fastSpeed() - 1);
    double shortness = Math.max(0, rules.minDuration() - time) / (rules.minDuration() + 1.0);
    return EACH_CUE
        + SPEED * Math.min(1, hurry * hurry)
        + SHORT * shortness
        + OVERFLOW * fit.overflow(start, end)
        + Math.max(0, time - rules.maxDuration())
        + (isPause(end) ? 0 : points.get(end).penalty())
        + inside(start, end);
  }

  /** A cue should not go on after a sentence or a pause. */
  private double inside(int start, int end) {
    double cost = 0;
    for (int i = start + 1; i < end; i++) {
      if (isPause(i)) {
        cost += ACROSS_PAUSE;
      } else if (points.get(i).penalty() == BreakPoints.AFTER_SENTENCE) {
        cost += ACROSS_SENTENCES;
      }
    }
    return cost;
  }

  private boolean isPause(int point) {
    return point < points.size() - 1
        && spoken.startAt(offset(point)) - spoken.endBefore(offset(point)) >= PAUSE;
  }
}
