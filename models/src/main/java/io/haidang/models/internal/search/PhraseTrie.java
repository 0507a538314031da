package io.haidang.models.internal.search;

import io.haidang.models.internal.search.PhraseSpelling.Force;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The spellings of all phrases of one request as a trie of token ids. Phrases are named by their
 * place, sets of them are bits of a long. Immutable once built.
 */
final class PhraseTrie {

  static final int ROOT = 0;

  private final List<Node> nodes = new ArrayList<>();

  private static final class Node {
    private final int parent;
    private final int token;
    private final int depth;
    private final SortedMap<Integer, Integer> children = new TreeMap<>();
    private final int[] credit;
    private long ending;
    private long below;
    private long forced;
    private long forcedAtSentenceStart;
    private boolean words;

    private Node(int parent, int token, int depth, int phrases) {
      this.parent = parent;
      this.token = token;
      this.depth = depth;
      this.credit = new int[phrases];
    }
  }

  PhraseTrie(int phrases) {
    nodes.add(new Node(-1, -1, 0, phrases));
  }

  /**
   * Adds a spelling of a phrase.
   *
   * @param worth what the whole phrase counts; parts of it count their share, but less
   */
  void add(int phrase, PhraseSpelling spelling, int worth) {
    TokenIds tokens = spelling.tokens();
    long bit = 1L << phrase;
    int at = ROOT;
    for (int i = 0; i < tokens.size(); i++) {
      at = grow(at, tokens.get(i));
      Node node = nodes.get(at);
      node.below |= bit;
      int share = Math.round((float) worth * node.depth / tokens.size());
      int least = node.credit[phrase];
      node.credit[phrase] = Math.max(least, Math.min(worth - 1, Math.max(1, share)));
    }
    Node first = nodes.get(child(ROOT, tokens.get(0)));
    first.forced |= spelling.force() == Force.ANYWHERE ? bit : 0;
    first.forcedAtSentenceStart |= spelling.force() == Force.NEVER ? 0 : bit;
    nodes.get(at).ending |= bit;
    nodes.get(at).words = spelling.words();
  }

  private int grow(int parent, int token) {
    Node node = nodes.get(parent);
    Integer known = node.children.get(token);
    if (known != null) {
      return known;
    }
    int phrases = node.credit.length;
    nodes.add(new Node(parent, token, node.depth + 1, phrases));
    node.children.put(token, nodes.size() - 1);
    return nodes.size() - 1;
  }

  /** The node that {@code token} leads to, or -1. */
  int child(int node, int token) {
    return nodes.get(node).children.getOrDefault(token, -1);
  }

  /** The node at the end of a path from the root. */
  int node(int[] path) {
    int at = ROOT;
    for (int token : path) {
      at = child(at, token);
    }
    return at;
  }

  int depth(int node) {
    return nodes.get(node).depth;
  }

  /** Phrases that are whole at this node. */
  long ending(int node) {
    return nodes.get(node).ending;
  }

  /** Whether what ends here has several words. */
  boolean words(int node) {
    return nodes.get(node).words;
  }

  /** The most that one of {@code phrases} counts at this node. */
  int credit(int node, long phrases) {
    int most = 0;
    long left = nodes.get(node).below & phrases;
    while (left != 0) {
      int phrase = Long.numberOfTrailingZeros(left);
      most = Math.max(most, nodes.get(node).credit[phrase]);
      left &= left - 1;
    }
    return most;
  }

  /** Tokens on the way to a node, the first at index 0. */
  int[] path(int node) {
    int[] path = new int[depth(node)];
    for (int at = node; at != ROOT; at = nodes.get(at).parent) {
      path[depth(at) - 1] = nodes.get(at).token;
    }
    return path;
  }

  /** Tokens that lead on towards one of {@code phrases}. */
  int[] onward(int node, long phrases) {
    return tokens(node, child -> child.below & phrases);
  }

  /** Tokens with which the search may begin one of {@code phrases}. */
  int[] beginnings(long phrases, boolean sentenceStart) {
    return tokens(
        ROOT, child -> (sentenceStart ? child.forcedAtSentenceStart : child.forced) & phrases);
  }

  private interface Wanted {
    long phrases(Node child);
  }

  private int[] tokens(int node, Wanted wanted) {
    int[] found = new int[nodes.get(node).children.size()];
    int size = 0;
    for (int child : nodes.get(node).children.values()) {
      if (wanted.phrases(nodes.get(child)) != 0) {
        found[size++] = nodes.get(child).token;
      }
    }
    return Arrays.copyOf(found, size);
  }
}
