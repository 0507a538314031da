package io.haidang.glossary.match;

import java.util.Arrays;
import java.util.List;

/**
 * Finds all occurrences of many patterns in one pass (Aho and Corasick, 1975), as far as they begin
 * where a word may begin.
 *
 * <p>States are numbered breadth first, so the children of a state are neighbours, sorted by their
 * label, and an edge needs no room beside the state that it leads to: 18 bytes for each state, and
 * one binary search for each step. Failure links that would begin within a word lead nowhere
 * useful, so they are left out, and most of a text is passed over at the root.
 *
 * <p><b>Thread-safety:</b> immutable.
 */
final class Automaton {

  private static final int ROOT = 0;
  private static final int NONE = -1;

  /** Told about an occurrence: the pattern's number, and where it ends. */
  interface Visitor {
    void occurrence(int pattern, int end);
  }

  /** The children of state {@code s} are {@code firstChild[s]} to {@code firstChild[s + 1]}. */
  private final int[] firstChild;

  /** The character that leads to a state from its parent. */
  private final char[] label;

  /** The state of the longest proper suffix that begins a word and a pattern. */
  private final int[] failure;

  /** Number of the pattern that ends in a state, or {@link #NONE}. */
  private final int[] pattern;

  /** Nearest state down the failure chain where a pattern ends, or {@link #NONE}. */
  private final int[] shorter;

  private Automaton(int states) {
    firstChild = new int[states + 1];
    label = new char[states];
    failure = new int[states];
    pattern = new int[states];
    shorter = new int[states];
  }

  /**
   * Compiles {@code patterns}, which must be distinct, not empty and sorted; their numbers are
   * their places.
   */
  static Automaton of(List<String> patterns) {
    Builder builder = new Builder(patterns);
    builder.build();
    return builder.automaton;
  }

  void scan(NormalizedText text, Visitor visitor) {
    int state = ROOT;
    for (int i = 0; i < text.length(); i++) {
      state = step(state, text.unit(i), text, i);
      int match = pattern[state] != NONE ? state : shorter[state];
      while (match != NONE) {
        visitor.occurrence(pattern[match], i + 1);
        match = shorter[match];
      }
    }
  }

  private int step(int from, char unit, NormalizedText text, int index) {
    int state = from;
    while (state != ROOT) {
      int next = child(state, unit);
      if (next != NONE) {
        return next;
      }
      state = failure[state];
    }
    return text.isBoundary(index) ? Math.max(ROOT, child(ROOT, unit)) : ROOT;
  }

  private int child(int state, char unit) {
    int low = firstChild[state];
    int high = firstChild[state + 1] - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (label[middle] == unit) {
        return middle;
      }
      if (label[middle] < unit) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return NONE;
  }

  /** Walks the sorted patterns breadth first: each state is the range of those that begin so. */
  private static final class Builder {

    private final List<String> patterns;

    private final Automaton automaton;

    /** The range of {@link #patterns} that shares the prefix of a state. */
    private final int[] from;

    private final int[] to;
    private int states = 1;

    Builder(List<String> patterns) {
      this.patterns = patterns;
      int count = countStates();
      automaton = new Automaton(count);
      from = new int[count];
      to = new int[count];
      to[ROOT] = patterns.size();
      Arrays.fill(automaton.shorter, NONE);
    }

    /** The root, and one state for each character that a pattern does not share with the last. */
    private int countStates() {
      int count = 1;
      for (int i = 0; i < patterns.size(); i++) {
        count +=
            patterns.get(i).length() - (i == 0 ? 0 : shared(patterns.get(i - 1), patterns.get(i)));
      }
      return count;
    }

    private static int shared(String a, String b) {
      int length = 0;
      while (length < Math.min(a.length(), b.length()) && a.charAt(length) == b.charAt(length)) {
        length++;
      }
      return length;
    }

    /** Failure links lead to shallower states, which have all been expanded before. */
    void build() {
      int depth = 0;
      int nextDepth = 1;
      for (int state = ROOT; state < states; state++) {
        if (state == nextDepth) {
          depth++;
          nextDepth = states;
        }
        expand(state, depth);
      }
    }

    private void expand(int state, int depth) {
      int first = from[state];
      automaton.pattern[state] = !patterns.isEmpty() && endsAt(first, depth) ? first++ : NONE;
      if (state != ROOT) {
        int suffix = automaton.failure[state];
        boolean ends = automaton.pattern[suffix] != NONE;
        automaton.shorter[state] = ends ? suffix : automaton.shorter[suffix];
      }
      automaton.firstChild[state] = states;
      while (first < to[state]) {
        char unit = patterns.get(first).charAt(depth);
        int end = first + 1;
        while (end < to[state] && patterns.get(end).charAt(depth) == unit) {
          end++;
        }
        addChild(state, unit, first, end);
        first = end;
      }
      automaton.firstChild[state + 1] = states;
    }

    private boolean endsAt(int place, int depth) {
      return patterns.get(place).length() == depth;
    }

    private void addChild(int parent, char unit, int first, int end) {
      int child = states++;
      from[child] = first;
      to[child] = end;
      automaton.label[child] = unit;
      automaton.failure[child] = parent == ROOT ? ROOT : fallBack(parent, unit);
    }

    private int fallBack(int parent, char unit) {
      int state = parent;
      while (state != ROOT) {
        state = automaton.failure[state];
        boolean mayBegin = state != ROOT || Characters.isBoundary(automaton.label[parent], unit);
        int next = mayBegin ? automaton.child(state, unit) : NONE;
        if (next != NONE) {
          return next;
        }
      }
      return ROOT;
    }
  }
}
