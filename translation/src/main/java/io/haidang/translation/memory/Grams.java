package io.haidang.translation.memory;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The pairs of neighbouring words of a text as numbers; its ends count as words, and all figures as
 * one. A change of one word changes at most two pairs, so that texts that are like enough have many
 * in common (the q-gram lemma of Ukkonen, 1992).
 */
final class Grams {

  /** A query that is longer is found by every second pair, or every third, and so on. */
  private static final int MOST = 256;

  private static final int EDGE = 0x9e3779b9;

  private Grams() {}

  /** Each pair once. */
  static Set<Integer> of(List<String> masked) {
    Set<Integer> grams = new LinkedHashSet<>();
    int before = EDGE;
    for (String word : masked) {
      int hash = hash(word);
      grams.add(pair(before, hash));
      before = hash;
    }
    grams.add(pair(before, EDGE));
    return grams;
  }

  /** Some of them, evenly, when there are many. */
  static List<Integer> sample(Set<Integer> grams) {
    int step = (grams.size() + MOST - 1) / MOST;
    List<Integer> sample = new ArrayList<>();
    int index = 0;
    for (Integer gram : grams) {
      if (index++ % step == 0) {
        sample.add(gram);
      }
    }
    return sample;
  }

  /**
   * How many of a text's pairs another has at least that matches it with {@code least} or more.
   *
   * @param words of the text
   * @param distinct pairs of the text
   */
  static int common(int words, int distinct, int least) {
    int fewest = Integer.MAX_VALUE;
    for (int longer = words; longer * least <= words * MemoryMatch.EXACT_SCORE; longer++) {
      int changes = longer * (MemoryMatch.EXACT_SCORE - least) / MemoryMatch.EXACT_SCORE;
      fewest = Math.min(fewest, longer + 1 - 2 * changes);
    }
    int repeated = words + 1 - distinct;
    return Math.max(1, fewest - repeated);
  }

  static int hash(String word) {
    int hash = word.hashCode() * 0x85ebca6b;
    return hash ^ (hash >>> 15);
  }

  private static int pair(int first, int second) {
    int hash = (first * 31 + second) * 0xc2b2ae35;
    return hash ^ (hash >>> 16);
  }
}
