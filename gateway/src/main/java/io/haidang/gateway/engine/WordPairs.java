package io.haidang.gateway.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The neighbouring words of a text and how often each pair occurs. Immutable.
 *
 * @param counts by pair; the ends of the text count as words
 */
record WordPairs(Map<String, Integer> counts) {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

  WordPairs {
    counts = Map.copyOf(counts);
  }

  static WordPairs of(String text) {
    List<String> words =
        WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(MatchResult::group).toList();
    Map<String, Integer> counts = new HashMap<>();
    String before = "";
    for (String word : words) {
      counts.merge(before + " " + word, 1, Integer::sum);
      before = word;
    }
    counts.merge(before + " ", 1, Integer::sum);
    return new WordPairs(counts);
  }

  /** Dice's coefficient (1945): 1 for the same words in the same order, 0 for no pair in common. */
  double similarity(WordPairs other) {
    int common = 0;
    for (Map.Entry<String, Integer> pair : counts.entrySet()) {
      common += Math.min(pair.getValue(), other.counts.getOrDefault(pair.getKey(), 0));
    }
    return 2.0 * common / (total() + other.total());
  }

  private int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
