package io.haidang.translation.document.subtitle;

import io.haidang.translation.document.subtitle.BreakPoints.Point;
import java.util.List;

/** How much of a text is too much for the lines of one cue, wherever it may be broken. */
final class LineFit {

  private final String text;
  private final List<Point> points;
  private final SubtitleRules rules;

  /** Half columns before each place of the text. */
  private final int[] before;

  /**
   * @param points places in {@code text}, with both of its ends
   */
  LineFit(String text, List<Point> points, SubtitleRules rules) {
    this.text = text;
    this.points = points;
    this.rules = rules;
    this.before = new int[text.length() + 1];
    for (int i = 0; i < text.length(); i++) {
      before[i + 1] = before[i] + halves(text, i, rules.wide());
    }
  }

  private static int halves(String text, int i, boolean wide) {
    if (Character.isLowSurrogate(text.charAt(i))) {
      return 0;
    }
    String character = text.substring(i, text.offsetByCodePoints(i, 1));
    if (Scripts.length(character) == 0) {
      return 0;
    }
    return wide && Scripts.isNarrow(character.codePointAt(0)) ? 1 : 2;
  }

  /** As {@link SubtitleRules#length} counts, without white space at the end. */
  int length(int start, int end) {
    int last = end;
    while (last > start && Character.isWhitespace(text.charAt(last - 1))) {
      last--;
    }
    return (before[last] - before[start] + 1) / 2;
  }

  /** What is left over when the lines from one point to another are filled one by one. */
  int overflow(int from, int to) {
    if (fits(from, to)) {
      return 0;
    }
    int overflow = 0;
    int start = from;
    for (int line = 1; line < rules.maxLines() && !fits(start, to); line++) {
      int next = start + 1;
      while (next < to && fits(start, next + 1)) {
        next++;
      }
      overflow += excess(start, next);
      start = next;
    }
    return overflow + excess(start, to);
  }

  private boolean fits(int from, int to) {
    return excess(from, to) == 0;
  }

  private int excess(int from, int to) {
    int length = length(points.get(from).offset(), points.get(to).offset());
    return Math.max(0, length - rules.maxLineLength());
  }
}
