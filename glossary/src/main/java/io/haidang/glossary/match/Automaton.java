package io.haidang.glossary.match;

import java.util.Arrays;
import java.util.List;

/**
 * Finds all occurrences of many patterns in one pass (Aho and Corasick, 1975).
 *
 * <p>Transitions are one open-addressing table keyed by state and character, so that a state costs
 * the same whatever the alphabet. <b>Thread-safety:</b> immutable.
 */
final class Automaton {

  private static final int ROOT = 0;
  private static final int NONE = -1;

  /** Told about an occurrence: the pattern's number, and where it ends. */
  interface Visitor {
    void occurrence(int pattern, int end);
  }

  private final Transitions transitions;
  private final int[] failure;

  /** Number of the pattern that ends in a state, or {@link #NONE}. */
  private final int[] pattern;

  /** Nearest state down the failure chain where a pattern ends, or {@link #NONE}. */
  private final int[] shorter;

  private Automaton(Transitions transitions, int[] failure, int[] pattern, int[] shorter) {
    this.transitions = transitions;
    this.failure = failure;
    this.pattern = pattern;
    this.shorter = shorter;
  }

  /**
   * Compiles {@code patterns}, which must be distinct and not empty; their numbers are their
   * places.
   */
  static Automaton of(List<String> patterns) {
    return new Builder(patterns).build();
  }

  void scan(NormalizedText text, Visitor visitor) {
    int state = ROOT;
    for (int i = 0; i < text.length(); i++) {
      state = step(state, text.unit(i));
      int match = pattern[state] != NONE ? state : shorter[state];
      while (match != NONE) {
        visitor.occurrence(pattern[match], i + 1);
        match = shorter[match];
      }
    }
  }

  private int step(int state, char unit) {
    int from = state;
    int next = transitions.get(from, unit);
    while (next == NONE && from != ROOT) {
      from = failure[from];
      next = transitions.get(from, unit);
    }
    return next == NONE ? ROOT : next;
  }

  /**
   * State and character to state; the root's row is a plain array, since most steps start there.
   */
  private static final class Transitions {

    private final int[] root = new int[Character.MAX_VALUE + 1];
    private final long[] keys;
    private final int[] values;
    private final int mask;

    Transitions(int count) {
      int capacity = Integer.highestOneBit(Math.max(8, count) * 2 - 1) * 2;
      keys = new long[capacity];
      values = new int[capacity];
      mask = capacity - 1;
      Arrays.fill(root, NONE);
    }

    void put(int state, char unit, int next) {
      if (state == ROOT) {
        root[unit] = next;
        return;
      }
      long key = key(state, unit);
      int slot = slot(key);
      while (keys[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      keys[slot] = key;
      values[slot] = next;
    }

    int get(int state, char unit) {
      if (state == ROOT) {
        return root[unit];
      }
      long key = key(state, unit);
      int slot = slot(key);
      while (keys[slot] != key) {
        if (keys[slot] == 0) {
          return NONE;
        }
        slot = (slot + 1) & mask;
      }
      return values[slot];
    }

    /** Never 0, which marks a free slot, since the root has no keys. */
    private static long key(int state, char unit) {
      return (long) state << 16 | unit;
    }

    private int slot(long key) {
      return (int) ((key * 0x9E3779B97F4A7C15L) >>> 33) & mask;
    }
  }

  /** Builds the trie, then the failure links in order of depth. */
  private static final class Builder {

    private final List<String> patterns;
    private final Transitions transitions;
    private final int[] pattern;
    private final int[] failure;
    private final int[] shorter;
    private int states = 1;

    /** Parent and last character of each state; states of one depth need not be contiguous. */
    private final int[] parent;

    private final char[] unit;

    Builder(List<String> patterns) {
      this.patterns = patterns;
      int capacity = 1 + patterns.stream().mapToInt(String::length).sum();
      transitions = new Transitions(capacity);
      pattern = new int[capacity];
      failure = new int[capacity];
      shorter = new int[capacity];
      parent = new int[capacity];
      unit = new char[capacity];
      Arrays.fill(pattern, NONE);
      Arrays.fill(shorter, NONE);
    }

    Automaton build() {
      for (int number = 0; number < patterns.size(); number++) {
        pattern[insert(patterns.get(number))] = number;
      }
      link();
      return new Automaton(
          transitions,
          Arrays.copyOf(failure, states),
          Arrays.copyOf(pattern, states),
          Arrays.copyOf(shorter, states));
    }

    private int insert(String text) {
      int state = ROOT;
      for (int i = 0; i < text.length(); i++) {
        int next = transitions.get(state, text.charAt(i));
        if (next == NONE) {
          next = states++;
          transitions.put(state, text.charAt(i), next);
          parent[next] = state;
          unit[next] = text.charAt(i);
        }
        state = next;
      }
      return state;
    }

    private void link() {
      for (int state : byDepth()) {
        failure[state] = parent[state] == ROOT ? ROOT : fallBack(parent[state], unit[state]);
        int next = failure[state];
        shorter[state] = pattern[next] != NONE ? next : shorter[next];
      }
    }

    private int fallBack(int from, char last) {
      int state = failure[from];
      int next = transitions.get(state, last);
      while (next == NONE && state != ROOT) {
        state = failure[state];
        next = transitions.get(state, last);
      }
      return next == NONE ? ROOT : next;
    }

    /** All states but the root, the shallow ones first (a counting sort). */
    private int[] byDepth() {
      int[] depth = new int[states];
      int deepest = 0;
      for (int state = 1; state < states; state++) {
        depth[state] = depth[parent[state]] + 1;
        deepest = Math.max(deepest, depth[state]);
      }
      int[] place = new int[deepest + 2];
      for (int state = 1; state < states; state++) {
        place[depth[state] + 1]++;
      }
      for (int i = 1; i < place.length; i++) {
        place[i] += place[i - 1];
      }
      int[] ordered = new int[states - 1];
      for (int state = 1; state < states; state++) {
        ordered[place[depth[state]]++] = state;
      }
      return ordered;
    }
  }
}
