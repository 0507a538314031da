package io.haidang.translation.document.subtitle;

import io.haidang.translation.document.subtitle.BreakPoints.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Breaks the text of a cue into lines: as few as will do, balanced, the lower one rather longer.
 */
final class LineBreaks {

  /** Nothing readable is as long; such a text stays on one line. */
  private static final int LONGEST_TEXT = 1_000;

  private static final double OVERFLOW = 3;
  private static final double IMBALANCE = 4;
  private static final double TOP_HEAVY = 0.3;

  private final String text;
  private final SubtitleRules rules;
  private final List<Point> points;

  private LineBreaks(String text, SubtitleRules rules, List<Point> points) {
    this.text = text;
    this.rules = rules;
    this.points = points;
  }

  /** Where new lines begin; none when the text fits into one. */
  static List<Integer> of(
      String text, Locale language, List<String> unbroken, SubtitleRules rules) {
    if (rules.length(text) <= rules.maxLineLength() || text.length() > LONGEST_TEXT) {
      return List.of();
    }
    List<Point> points = BreakPoints.of(text, language, unbroken, rules.maxLineLength());
    LineBreaks breaks = new LineBreaks(text, rules, points);
    Layout best = new Layout(List.of(), breaks.overflow(0, text.length()) * OVERFLOW);
    for (int lines = 2; lines <= rules.maxLines(); lines++) {
      Layout layout = breaks.best(lines);
      best = layout.cost() < best.cost() ? layout : best;
    }
    return best.starts();
  }

  /** The lines themselves. */
  static List<String> lines(
      String text, Locale language, List<String> unbroken, SubtitleRules rules) {
    List<String> lines = new ArrayList<>();
    int from = 0;
    for (int start : of(text, language, unbroken, rules)) {
      lines.add(text.substring(from, start).strip());
      from = start;
    }
    lines.add(text.substring(from).strip());
    return lines;
  }

  private record Layout(List<Integer> starts, double cost) {

    static final Layout NONE = new Layout(List.of(), Double.POSITIVE_INFINITY);
  }

  private Layout best(int lines) {
    return lines == 2 ? bestOfTwo(0) : bestOfThree();
  }

  private Layout bestOfThree() {
    Layout best = Layout.NONE;
    for (int i = 0; i < points.size(); i++) {
      Point first = points.get(i);
      Layout rest = bestOfTwo(first.offset());
      double cost = rest.cost() + first.penalty() + overflow(0, first.offset()) * OVERFLOW + 1;
      if (cost < best.cost()) {
        List<Integer> starts = new ArrayList<>(List.of(first.offset()));
        starts.addAll(rest.starts());
        best = new Layout(starts, cost);
      }
    }
    return best;
  }

  private Layout bestOfTwo(int from) {
    Layout best = Layout.NONE;
    for (Point point : points) {
      if (point.offset() <= from) {
        continue;
      }
      double cost = cost(from, point);
      if (cost < best.cost()) {
        best = new Layout(List.of(point.offset()), cost);
      }
    }
    return best;
  }

  private double cost(int from, Point point) {
    int top = length(from, point.offset());
    int bottom = length(point.offset(), text.length());
    double imbalance = Math.abs(top - bottom) / (double) Math.max(1, top + bottom);
    return point.penalty()
        + IMBALANCE * imbalance
        + (top > bottom ? TOP_HEAVY : 0)
        + OVERFLOW * (overflow(top) + overflow(bottom));
  }

  private int length(int start, int end) {
    return rules.length(text.substring(start, end).strip());
  }

  private int overflow(int start, int end) {
    return overflow(length(start, end));
  }

  private int overflow(int length) {
    return Math.max(0, length - rules.maxLineLength());
  }
}
