package io.haidang.translation.document.subtitle;

import io.haidang.translation.document.subtitle.BreakPoints.Point;
import java.util.List;

/** How much of a text is too much for the lines of one cue, wherever it may be broken. */
final class LineFit {

  private final SubtitleRules rules;

  /** Half columns before each point, and before the white space in front of it. */
  private final int[] starts;

  private final int[] ends;

  /**
   * @param points places in {@code text}, with both of its ends
   */
  LineFit(String text, List<Point> points, SubtitleRules rules) {
    this.rules = rules;
    this.starts = new int[points.size()];
    this.ends = new int[points.size()];
    int columns = 0;
    int trimmed = 0;
    int next = 0;
    for (int i = 0; i <= text.length(); i++) {
      while (next < starts.length && points.get(next).offset() == i) {
        starts[next] = columns;
        ends[next++] = trimmed;
      }
      if (i < text.length()) {
        columns += halves(text, i, rules.wide());
        trimmed = Character.isWhitespace(text.charAt(i)) ? trimmed : columns;
      }
    }
  }

  private static int halves(String text, int i, boolean wide) {
    if (Character.isLowSurrogate(text.charAt(i))) {
      return 0;
    }
    int character = text.codePointAt(i);
    if (!Scripts.takesRoom(character)) {
      return 0;
    }
    return wide && Scripts.isNarrow(character) ? 1 : 2;
  }

  /** As {@link SubtitleRules#length} counts from point to point, without white space at the end. */
  int length(int from, int to) {
    return Math.max(0, (ends[to] - starts[from] + 1) / 2);
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
    return length(from, to) <= rules.maxLineLength();
  }

  private int excess(int from, int to) {
    return Math.max(0, length(from, to) - rules.maxLineLength());
  }
}
