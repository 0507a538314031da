package io.haidang.translation.memory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Levenshtein's distance (1966) of two texts, counted in words. */
final class EditDistance {

  private EditDistance() {}

  /**
   * How like two texts are, 0 to 100.
   *
   * @param least below that, any lower number will do
   */
  static int score(int[] one, int[] other, int least) {
    int longest = Math.max(one.length, other.length);
    if (longest == 0) {
      return MemoryMatch.EXACT_SCORE;
    }
    int most = longest * (MemoryMatch.EXACT_SCORE - least) / MemoryMatch.EXACT_SCORE;
    int distance = distance(one, other, most);
    return distance > most ? 0 : (longest - distance) * MemoryMatch.EXACT_SCORE / longest;
  }

  /** The same for words. */
  static int score(List<String> one, List<String> other, int least) {
    Map<String, Integer> numbers = new HashMap<>();
    return score(numbers(one, numbers), numbers(other, numbers), least);
  }

  private static int[] numbers(List<String> words, Map<String, Integer> numbers) {
    return words.stream()
        .mapToInt(word -> numbers.computeIfAbsent(word, unknown -> numbers.size()))
        .toArray();
  }

  /** The distance, or any number above {@code most} when it is above (Ukkonen's band, 1985). */
  private static int distance(int[] one, int[] other, int most) {
    if (Math.abs(one.length - other.length) > most) {
      return most + 1;
    }
    int[] above = new int[other.length + 1];
    int[] row = new int[other.length + 1];
    for (int j = 0; j <= other.length; j++) {
      above[j] = j;
    }
    for (int i = 1; i <= one.length; i++) {
      int from = Math.max(1, i - most);
      int to = Math.min(other.length, i + most);
      int best = fill(row, above, one[i - 1], other, i, from, to, most);
      if (best > most) {
        return best;
      }
      int[] filled = row;
      row = above;
      above = filled;
    }
    return above[other.length];
  }

  /** Outside the band every place is too far. Returns the least of the row. */
  private static int fill(
      int[] row, int[] above, int word, int[] other, int i, int from, int to, int most) {
    row[from - 1] = from == 1 ? i : most + 1;
    int best = row[from - 1];
    for (int j = from; j <= to; j++) {
      int insert = row[j - 1] + 1;
      int delete = j == i + most ? most + 1 : above[j] + 1;
      int replace = above[j - 1] + (word == other[j - 1] ? 0 : 1);
      row[j] = Math.min(replace, Math.min(insert, delete));
      best = Math.min(best, row[j]);
    }
    return best;
  }
}
