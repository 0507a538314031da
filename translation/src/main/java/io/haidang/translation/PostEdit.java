package io.haidang.translation;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How much of a machine's text people had to change: word edits to the approved text, by the words
 * of that. It is the human-targeted edit rate (HTER, Snover et al. 2006) without shifts, so that a
 * phrase that was moved counts as taken out and put in. Immutable.
 *
 * @param edits words put in, taken out or replaced, at least
 * @param words of the approved text
 */
public record PostEdit(long edits, long words) {

  /** Of nothing. */
  public static final PostEdit NONE = new PostEdit(0, 0);

  /** A number with its separators is one word, as in {@link WordDiff}; marks are words, too. */
  private static final Pattern WORD =
      Pattern.compile("\\p{N}+(?:[.,/:]\\p{N}+)++|[\\p{L}\\p{M}\\p{N}]+|[^\\s\\p{L}\\p{M}\\p{N}]");

  /** Where nothing stands between words, letters stand for them. */
  private static final Pattern LETTER =
      Pattern.compile("\\p{N}+(?:[.,/:]\\p{N}+)*+|[A-Za-z]+|\\S\\p{M}*");

  /**
   * The edits from one text to another, both without inline codes.
   *
   * @param language of both; Chinese, Japanese and Thai are counted by letters
   */
  public static PostEdit of(String machine, String approved, Locale language) {
    List<String> before = words(machine, language);
    List<String> after = words(approved, language);
    return new PostEdit(distance(before, after), after.size());
  }

  /** Both together. */
  public PostEdit plus(PostEdit other) {
    return new PostEdit(edits + other.edits, words + other.words);
  }

  /** Edits by words; 0 for texts without words, and above 1 where more was taken out than stays. */
  public double rate() {
    return words == 0 ? 0 : (double) edits / words;
  }

  private static List<String> words(String text, Locale language) {
    Pattern token =
        switch (language.getLanguage()) {
          case "zh", "ja", "th" -> LETTER;
          default -> WORD;
        };
    return token.matcher(text).results().map(MatchResult::group).toList();
  }

  /** Levenshtein's distance, a row at a time. */
  private static long distance(List<String> before, List<String> after) {
    int[] row = new int[after.size() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= before.size(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (before.get(i - 1).equals(after.get(j - 1)) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[after.size()];
  }
}
