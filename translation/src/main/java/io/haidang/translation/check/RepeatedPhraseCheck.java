package io.haidang.translation.check;

import io.haidang.glossary.TextSpan;
import io.haidang.translation.check.Finding.Fix;
import io.haidang.translation.check.Words.Word;
import java.util.List;

/**
 * A phrase that stands twice close together where the source has it once: "the City People's
 * Committee of the City People's Committee".
 */
final class RepeatedPhraseCheck implements Check {

  /** The longest phrase that is compared, and the most words between its two places. */
  private static final int LONGEST = 8;

  private static final int MOST_BETWEEN = 2;
  private static final int SHORTEST = 2;

  /** A phrase of small words alone ("of the") says nothing. */
  private static final int MOST_LETTERS_OF_SMALL_WORDS = 9;

  @Override
  public String id() {
    return "repeated-phrase";
  }

  @Override
  public List<Finding> run(CheckedPair pair) {
    List<Word> words = Words.of(pair.targetText());
    int[] place = place(words, pair.targetText());
    if (place.length == 0 || place(Words.of(pair.sourceText()), pair.sourceText()).length > 0) {
      return List.of();
    }
    TextSpan span = span(words, place[0], place[1]);
    TextSpan second = span(words, place[0] + place[2], place[1]);
    Fix fix = new Fix(second, "");
    return List.of(
        new Finding(id(), Severity.WARNING, null, span, "", "twice in the translation", fix));
  }

  private static TextSpan span(List<Word> words, int from, int to) {
    return new TextSpan(words.get(from).span().start(), words.get(to - 1).span().end());
  }

  /** First word, word behind the repetition, length of the phrase; empty when there is none. */
  private static int[] place(List<Word> words, String text) {
    for (int length = LONGEST; length >= SHORTEST; length--) {
      for (int between = 0; between <= MOST_BETWEEN; between++) {
        for (int i = 0; i + 2 * length + between <= words.size(); i++) {
          int again = i + length + between;
          if (isSame(words, i, again, length)
              && saysSomething(words, i, length)
              && isJoined(words, i + length, again, text)) {
            return new int[] {i, again + length, length};
          }
        }
      }
    }
    return new int[0];
  }

  /** Nothing but small words between the two, and no sign: a comma makes it another clause. */
  private static boolean isJoined(List<Word> words, int from, int to, String text) {
    int start = words.get(from - 1).span().end();
    int end = words.get(to).span().start();
    return words.subList(from, to).stream().allMatch(word -> word.text().length() <= 4)
        && text.substring(start, end).chars().allMatch(c -> Character.isLetter(c) || c == ' ');
  }

  private static boolean isSame(List<Word> words, int one, int other, int length) {
    for (int i = 0; i < length; i++) {
      if (!words.get(one + i).text().equals(words.get(other + i).text())) {
        return false;
      }
    }
    return true;
  }

  private static boolean saysSomething(List<Word> words, int from, int length) {
    int letters = 0;
    for (int i = from; i < from + length; i++) {
      String word = words.get(i).text();
      letters += word.length() > 3 ? word.length() : 0;
    }
    return letters > MOST_LETTERS_OF_SMALL_WORDS;
  }

  @Override
  public List<Example> examples() {
    return List.of(
        Example.right("UBND thành phố chỉ đạo.", "The City People's Committee directed it."),
        Example.right("từng bước từng bước một", "step by step, step by step"),
        Example.right("Cảng và thành phố.", "The port of the city and the people of the city."),
        Example.wrong(
            "UBND thành phố chỉ đạo.",
            "The City People's Committee of the City People's Committee directed it."),
        Example.wrong(
            "phát triển bền vững", "sustainable development and sustainable development"));
  }
}
