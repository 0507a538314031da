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
 * ("Cảng", "Ông") and names that have one in each language ("Trung Quốc") are left out. Vietnamese
 * words with capitals may be anything ("Trái Đất"): they are firmly a name only behind a word that
 * asks for one ("cảng", "ông", "tại") or when they begin with a family name. Immutable.
 */
final class NameReader implements FactReader {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+(?:['’-][\\p{L}\\p{M}]+)*+");
  private static final double HEADING = 0.7;

  private final boolean vietnamese;
  private final Set<String> translated;
  private final Set<String> cues;
  private final Set<String> families;
  private final Phrases exonyms;

  NameReader(Lexicon lexicon, boolean vietnamese) {
    this.vietnamese = vietnamese;
    this.translated = new HashSet<>(lexicon.words("name.word"));
    this.cues = new HashSet<>(lexicon.words("name.cue"));
    this.families = new HashSet<>(lexicon.words("name.family"));
    this.exonyms = lexicon.list("name.foreign");
  }

  /**
   * A word.
   *
   * @param first whether it begins a sentence
   * @param before the word before it, small; empty where a sign stands between
   */
  private record Word(String text, int start, int end, boolean first, String before) {
    String small() {
      return text.toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public void read(Scan scan) {
    String text = scan.text();
    if (isHeading(text)) {
      return;
    }
    exclude(scan);
    List<Word> run = new ArrayList<>();
    Matcher words = WORD.matcher(text);
    int end = 0;
    String before = "";
    while (words.find()) {
      String gap = text.substring(end, words.start());
      boolean first = startsSentence(gap, end);
      Word word =
          new Word(words.group(), words.start(), words.end(), first, gap.equals(" ") ? before : "");
      boolean isPart = isCapital(word) && isFree(word, scan);
      if (!isPart || !gap.equals(" ")) {
        add(run, scan);
        run.clear();
      }
      if (isPart) {
        run.add(word);
      }
      end = words.end();
      before = word.small();
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
    if (from < to) {
      String before = from > 0 ? run.get(from - 1).small() : run.get(from).before();
      boolean asked = cues.contains(before);
      name(run.subList(from, to), asked, scan);
    }
  }

  private void name(List<Word> words, boolean asked, Scan scan) {
    boolean first = words.get(0).first();
    List<Word> foreign = words.stream().filter(word -> !isSyllable(word)).toList();
    if (!foreign.isEmpty()) {
      List<Word> name = vietnamese ? foreign : words;
      if (name.size() > 1 || (vietnamese && !first && name.get(0).text().length() > 2)) {
        note(name, !first, scan);
      }
    } else if (words.size() > 1) {
      boolean person = families.contains(words.get(0).small());
      note(words, vietnamese ? asked || person : !first || words.size() > 2, scan);
    }
  }

  private static void note(List<Word> name, boolean firm, Scan scan) {
    int start = name.get(0).start();
    int end = name.get(name.size() - 1).end();
    String folded = FoldedName.of(scan.text().substring(start, end));
    if (!folded.isEmpty()) {
      scan.note(FactKind.NAME, folded, Precision.EXACT, firm, start, end);
    }
  }

  private static boolean isSyllable(Word word) {
    return FoldedName.isVietnamese(FoldedName.of(word.text()));
  }

  private boolean isTranslated(Word word) {
    return translated.contains(word.small());
  }
}
