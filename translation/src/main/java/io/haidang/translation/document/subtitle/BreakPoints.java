package io.haidang.translation.document.subtitle;

import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * Where a line or a cue may end in a text, and how well it reads there.
 *
 * <p>Never inside a word, a number with its unit, a compound, or a phrase to be held together;
 * rather after punctuation and before a conjunction than after an article.
 */
final class BreakPoints {

  static final double AFTER_SENTENCE = 0;
  static final double AFTER_CLAUSE = 0.3;
  static final double BEFORE_PHRASE = 0.8;
  static final double ANYWHERE = 1.4;
  static final double INSIDE_PHRASE = 4;

  /** Stands for a name that is too long for a line. */
  static final double INSIDE_LONG_NAME = 12;

  /**
   * A place for a break.
   *
   * @param offset where the next line begins; white space before it falls away
   * @param penalty 0 or more; low where it reads well
   */
  record Point(int offset, double penalty) {}

  private final String text;
  private final Locale language;
  private final int longest;
  private final BitSet held = new BitSet();

  private BreakPoints(String text, Locale language, int longest) {
    this.text = text;
    this.language = language;
    this.longest = longest;
  }

  /**
   * All places inside a text, in order.
   *
   * @param unbroken phrases to be held together, in any case
   * @param longest line; a name that is longer may be broken after all
   */
  static List<Point> of(String text, Locale language, List<String> unbroken, int longest) {
    BreakPoints points = new BreakPoints(text, language, longest);
    unbroken.forEach(points::hold);
    return Scripts.hasNoSpaces(language) ? points.betweenWords() : points.atSpaces();
  }

  /** The same with both ends of the text, where a break costs nothing; for whole cues. */
  static List<Point> withEnds(
      String text, Locale language, List<String> unbroken, SubtitleRules rules) {
    List<Point> points = new ArrayList<>(List.of(new Point(0, 0)));
    points.addAll(of(text, language, unbroken, rules.maxLineLength()));
    points.add(new Point(text.length(), 0));
    return points;
  }

  private void hold(String phrase) {
    if (phrase.isBlank() || phrase.length() > longest) {
      return;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    String sought = phrase.strip().toLowerCase(Locale.ROOT);
    if (lower.length() != text.length()) {
      return; // Letters that change their length cannot be counted.
    }
    for (int at = lower.indexOf(sought); at >= 0; at = lower.indexOf(sought, at + 1)) {
      held.set(at + 1, at + sought.length());
    }
  }

  /** Scripts without spaces: between dictionary words, where the Unicode rules allow a break. */
  private List<Point> betweenWords() {
    if (text.isEmpty()) {
      return List.of();
    }
    BreakIterator words = BreakIterator.getWordInstance(language);
    words.setText(text);
    BreakIterator lines = BreakIterator.getLineInstance(language);
    lines.setText(text);
    BreakWords bound = BreakWords.of(language);
    List<Point> points = new ArrayList<>();
    int at = words.next();
    for (int next = words.next(); next != BreakIterator.DONE; next = words.next()) {
      boolean particle = bound.notBefore().contains(text.substring(at, next));
      if (!held.get(at) && !particle && lines.isBoundary(at)) {
        points.add(new Point(at, afterPunctuation(text.charAt(at - 1), ANYWHERE)));
      }
      at = next;
    }
    return points;
  }

  private static double afterPunctuation(char last, double otherwise) {
    if (".!?…。！？".indexOf(last) >= 0) {
      return AFTER_SENTENCE;
    }
    return ",;:–—，；：、".indexOf(last) >= 0 ? AFTER_CLAUSE : otherwise;
  }

  private List<Point> atSpaces() {
    List<Word> words = Word.of(text);
    BoundWords bound = new BoundWords(words, BreakWords.of(language), longest);
    List<Point> points = new ArrayList<>();
    for (int i = 1; i < words.size(); i++) {
      int at = words.get(i).start();
      double penalty = bound.penalty(i);
      if (!held.get(at) && penalty < Double.POSITIVE_INFINITY) {
        points.add(new Point(at, penalty));
      }
    }
    return points;
  }

  static double after(Word word, double otherwise) {
    return afterPunctuation(word.lastMark(), otherwise);
  }
}
