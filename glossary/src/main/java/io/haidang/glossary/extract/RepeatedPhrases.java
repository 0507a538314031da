package io.haidang.glossary.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Small-letter phrases of up to five words that keep occurring together, rated by the C-value of
 * Frantzi, Ananiadou and Mima (2000): longer and more frequent is better, what occurs mostly inside
 * of something longer is worse. Not thread-safe.
 */
final class RepeatedPhrases {

  private static final int LONGEST = 5;
  private static final int FEWEST = 3;

  /** Share of the occurrences of its rarer edge word that a phrase accounts for. */
  private static final double STICKINESS = 0.4;

  private final Locale language;

  /** Two syllables are one ordinary Vietnamese word. */
  private final int shortest;

  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<String, Integer> wordCounts = new HashMap<>();

  RepeatedPhrases(Locale language) {
    this.language = language;
    this.shortest = language.getLanguage().equals("vi") ? 3 : 2;
  }

  /** Counts the phrases of a segment in which some words are taken already. */
  void add(Words words, boolean[] taken) {
    for (int from = 0; from < words.size(); from++) {
      wordCounts.merge(words.lower(from), 1, Integer::sum);
      for (int to = from + 1; to <= words.size() && isFree(words, to - 1, from, taken); to++) {
        if (to - from >= shortest && !isStop(words, from) && !isStop(words, to - 1)) {
          counts.merge(key(words, from, to), 1, Integer::sum);
        }
      }
    }
  }

  private boolean isFree(Words words, int at, int from, boolean[] taken) {
    return at - from < LONGEST
        && !taken[at]
        && !words.isNumber(at)
        && (at == from || words.continues(at))
        && (at == from || !words.isCapital(at));
  }

  private boolean isStop(Words words, int at) {
    return Lexicon.isStop(words.lower(at), language);
  }

  static String key(Words words, int from, int to) {
    return words.phrase(from, to).toLowerCase(Locale.ROOT);
  }

  int count(String phrase) {
    return counts.getOrDefault(phrase, 0);
  }

  /** C-value by phrase; only phrases that are worth proposing. */
  Map<String, Double> rated() {
    Map<String, List<Integer>> longer = longer();
    Map<String, Double> rated = new HashMap<>();
    counts.forEach(
        (phrase, count) -> {
          if (count >= FEWEST && isSticky(phrase, count)) {
            List<Integer> around = longer.getOrDefault(phrase, List.of());
            double inside = around.stream().mapToInt(Integer::intValue).average().orElse(0);
            double value = Math.log(length(phrase) + 1) / Math.log(2) * (count - inside);
            if (count - inside >= FEWEST - 1) {
              rated.put(phrase, value);
            }
          }
        });
    return rated;
  }

  /** How often each phrase occurs inside of longer ones that are frequent enough. */
  private Map<String, List<Integer>> longer() {
    Map<String, List<Integer>> longer = new HashMap<>();
    counts.forEach(
        (phrase, count) -> {
          if (count >= FEWEST) {
            List<String> words = List.of(phrase.split(" "));
            for (int from = 0; from < words.size(); from++) {
              for (int to = from + 2; to <= words.size(); to++) {
                if (to - from < words.size()) {
                  String part = String.join(" ", words.subList(from, to));
                  longer.computeIfAbsent(part, key -> new ArrayList<>()).add(count);
                }
              }
            }
          }
        });
    return longer;
  }

  private boolean isSticky(String phrase, int count) {
    List<String> words = List.of(phrase.split(" "));
    int rarer =
        Math.min(
            wordCounts.getOrDefault(words.get(0), 0),
            wordCounts.getOrDefault(words.get(words.size() - 1), 0));
    return count >= rarer * STICKINESS;
  }

  private static int length(String phrase) {
    return phrase.split(" ").length;
  }
}
