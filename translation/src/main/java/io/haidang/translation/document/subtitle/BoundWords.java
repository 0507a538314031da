package io.haidang.translation.document.subtitle;

import java.util.BitSet;
import java.util.List;

/** Which neighbouring words belong together. */
final class BoundWords {

  /** More capitals than this are a heading, not names. */
  private static final double HEADING = 0.6;

  private static final int LONGEST_COMPOUND = 4;

  private final List<Word> words;
  private final BreakWords language;
  private final int longest;

  /** Words that a compound or a name joins with the one before. */
  private final BitSet joined = new BitSet();

  private final BitSet longName = new BitSet();

  BoundWords(List<Word> words, BreakWords language, int longest) {
    this.words = words;
    this.language = language;
    this.longest = longest;
    if (!language.compounds().isEmpty()) {
      joinCompounds();
    }
    joinNames();
  }

  private void joinCompounds() {
    for (int i = 0; i < words.size(); i++) {
      joined.set(i + 1, i + compound(i));
    }
  }

  /** How many words the longest compound has that begins at {@code first}; 1 for none. */
  private int compound(int first) {
    StringBuilder phrase = new StringBuilder(words.get(first).core());
    int longestFound = 1;
    for (int i = first + 1; i < Math.min(words.size(), first + LONGEST_COMPOUND); i++) {
      if (words.get(i - 1).endsClause()) {
        break;
      }
      phrase.append(' ').append(words.get(i).core());
      if (language.compounds().contains(phrase.toString())) {
        longestFound = i - first + 1;
      }
    }
    return longestFound;
  }

  private void joinNames() {
    long capitals = words.stream().filter(Word::isCapitalised).count();
    if (words.size() > 3 && capitals > HEADING * words.size()) {
      return;
    }
    int first = 0;
    for (int i = 1; i <= words.size(); i++) {
      if (i < words.size() && isName(i)) {
        continue;
      }
      Word last = words.get(i - 1);
      int length = last.start() + last.text().length() - words.get(first).start();
      (length <= longest ? joined : longName).set(first + 1, i);
      first = i;
    }
  }

  /** Whether a name goes on; the first word of a sentence may begin one. */
  private boolean isName(int i) {
    return isNameWord(i)
        && isNameWord(i - 1)
        && !words.get(i - 1).endsClause()
        && (isConnector(i - 1) || !language.before().contains(words.get(i - 1).core()));
  }

  private boolean isNameWord(int i) {
    return words.get(i).isCapitalised() || isConnector(i);
  }

  /** Whether a small word stands inside a name, as in "Ministry of Foreign Affairs". */
  private boolean isConnector(int i) {
    return i > 0
        && i + 1 < words.size()
        && language.connectors().contains(words.get(i).core())
        && words.get(i - 1).isCapitalised()
        && words.get(i + 1).isCapitalised()
        && !words.get(i).endsClause();
  }

  /** Of a break before the word; infinite where there must be none. */
  double penalty(int i) {
    Word left = words.get(i - 1);
    Word right = words.get(i);
    if (joined.get(i) || isNumberWithUnit(left, right)) {
      return Double.POSITIVE_INFINITY;
    }
    if (longName.get(i)) {
      return BreakPoints.INSIDE_LONG_NAME;
    }
    if (left.endsClause()) {
      return BreakPoints.after(left, BreakPoints.ANYWHERE);
    }
    boolean title = right.isCapitalised() && language.beforeName().contains(left.core());
    if (title || language.notAfter().contains(left.core())) {
      return BreakPoints.INSIDE_PHRASE;
    }
    return language.before().contains(right.core())
        ? BreakPoints.BEFORE_PHRASE
        : BreakPoints.ANYWHERE;
  }

  private boolean isNumberWithUnit(Word left, Word right) {
    if (left.isNumber() && !left.endsClause()) {
      return !language.before().contains(right.core());
    }
    boolean abbreviation = left.lastMark() == '.' && language.numbered().contains(left.core());
    return right.startsWithDigit()
        && language.numbered().contains(left.core())
        && (abbreviation || !left.endsClause());
  }
}
