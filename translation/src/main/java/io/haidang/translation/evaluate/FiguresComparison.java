package io.haidang.translation.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether figures are worse than earlier ones by more than another processor's rounding can
 * explain: {@value #POINTS} points of a percentage or of chrF; no forbidden wording more.
 *
 * <p><b>Thread-safety:</b> immutable.
 */
public final class FiguresComparison {

  /** How much worse a percentage or score may be. */
  public static final double POINTS = 1;

  private FiguresComparison() {}

  /** What is worse, as {@code figure: now (expected: …)}; empty when nothing is. */
  public static List<String> worse(NameFigures before, NameFigures now) {
    List<String> worse = new ArrayList<>();
    atLeast("term success", before.termSuccess() - POINTS, now.termSuccess(), worse);
    atLeast("exact match", before.exactMatch() - POINTS, now.exactMatch(), worse);
    atLeast("consistency", before.consistency() - POINTS, now.consistency(), worse);
    atLeast("chrF2", before.chrf() - POINTS, now.chrf(), worse);
    atMost("false insertions", before.falseInsertions() + POINTS, now.falseInsertions(), worse);
    atMost("forbidden", before.forbidden(), now.forbidden(), worse);
    return worse;
  }

  private static void atLeast(String figure, double bound, double now, List<String> worse) {
    if (now < bound) {
      worse.add(line(figure, now, "at least", bound));
    }
  }

  private static void atMost(String figure, double bound, double now, List<String> worse) {
    if (now > bound) {
      worse.add(line(figure, now, "at most", bound));
    }
  }

  private static String line(String figure, double now, String relation, double bound) {
    return String.format(Locale.ROOT, "%s: %.2f (expected: %s %.2f)", figure, now, relation, bound);
  }
}
