package io.haidang.translation.fact;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Proper names that the glossary does not have, by their capitals: at least two words, or one that
 * is built like no Vietnamese syllable and does not begin a sentence. Words that are translated
 * ("Cảng", "Ông") and names that have one in each language ("Trung Quốc") are left out. Immutable.
 */
final class NameReader implements FactReader {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+(?:['’-][\\p{L}\\p{M}]+)*");
  private static final double HEADING = 0.7;

  private final boolean vietnamese;
  private final Set<String> translated;
  private final Phrases exonyms;

  NameReader(Lexicon lexicon, boolean vietnamese) {
    this.vietnamese = vietnamese;
    this.translated = new HashSet<>();
    lexicon.words("name.word").forEach(word -> translated.add(word.toLowerCase(Locale.ROOT)));
    this.exonyms = lexicon.list("name.foreign");
  }

  private record Word(String text, int start, int end, boolean first) {}

  @Override
  public void read(Scan scan) {
    String text = scan.text();
    if (isHeading(text)) {
      return;
    }
    exclude(scan);
    List<Word> run = new ArrayList<>();
    Matcher words = WORD.matcher(text);
    int before = 0;
    while (words.find()) {
      String gap = text.substring(before, words.start());
      boolean first = startsSentence(gap, before);
      Word word = new Word(words.group(), words.start(), words.end(), first);
      if (!run.isEmpty() && !(gap.equals(" ") && isCapital(word) && isFree(word, scan))) {
        add(run, scan);
        run.clear();
      }
      if (isCapital(word) && isFree(word, scan)) {
        run.add(word);
      }
      before = words.end();
    }
    add(run, scan);
  }

  private void exclude(Scan scan) {
    var found = exonyms.next(scan.text(), 0);
    while (found.isPresent()) {
      scan.name(found.get().start(), found.get().end());
      found = exonyms.next(scan.text(), found.get().end());
    }
  }

  private static boolean isFree(Word word, Scan scan) {
    return scan.isFree(word.start(), word.end()) && !scan.isNamed(word.start(), word.end());
  }

  private static boolean startsSentence(String gap, int before) {
    return before == 0 || gap.chars().anyMatch(sign -> ".!?:…\n\"“(".indexOf(sign) >= 0);
  }

  private static boolean isCapital(Word word) {
    return Character.isUpperCase(word.text().codePointAt(0))
        && (word.text().length() == 1
            || word.text().substring(1).chars().anyMatch(Character::isLowerCase));
  }

  private static boolean isHeading(String text) {
    long letters = text.chars().filter(Character::isLetter).count();
    long capitals = text.chars().filter(Character::isUpperCase).count();
    return capitals > letters * HEADING;
  }

  private void add(List<Word> run, Scan scan) {
    int from = 0;
    while (from < run.size() && isTranslated(run.get(from))) {
      from++;
    }
    int to = run.size();
    while (!vietnamese && to > from && isTranslated(run.get(to - 1))) {
      to--; // "Lach Huyen Port"; in Vietnamese that word comes first.
    }
    if (from == to) {
      return;
    }
    int start = run.get(from).start();
    int end = run.get(to - 1).end();
    String folded = FoldedName.of(scan.text().substring(start, end));
    boolean first = run.get(from).first();
    if (isName(folded, to - from, first)) {
      scan.note(FactKind.NAME, folded, Precision.EXACT, !first, start, end);
    }
  }

  /** A single Vietnamese syllable with a capital is rather the head of a phrase. */
  private boolean isName(String folded, int words, boolean first) {
    if (folded.isEmpty()) {
      return false;
    }
    boolean syllables = FoldedName.isVietnamese(folded);
    return words > 1
        ? !first || words > 2 || !syllables
        : vietnamese && !first && !syllables && folded.length() > 2;
  }

  private boolean isTranslated(Word word) {
    return translated.contains(word.text().toLowerCase(Locale.ROOT));
  }
}
