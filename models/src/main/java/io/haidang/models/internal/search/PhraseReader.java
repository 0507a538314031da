package io.haidang.models.internal.search;

import java.util.Arrays;

/** Takes a {@link PhraseProgress} one token further. Not thread-safe; used once. */
final class PhraseReader {

  /** Stands for the end of the output. */
  private static final int END = -1;

  private final PhraseTrie trie;
  private final PieceEdges edges;
  private long open;
  private int node;
  private int held;
  private int heldDepth;
  private int neighbour;
  private int last;
  private boolean refused;

  private PhraseReader(PhraseTrie trie, PieceEdges edges, PhraseProgress from) {
    this.trie = trie;
    this.edges = edges;
    this.open = from.open();
    this.node = from.node();
    this.held = from.held();
    this.heldDepth = from.heldDepth();
    this.neighbour = from.neighbour();
    this.last = from.last();
    this.refused = from.refused();
  }

  /** The progress after {@code token}; what writes nothing changes nothing. */
  static PhraseProgress read(PhraseTrie trie, PieceEdges edges, PhraseProgress from, int token) {
    if (edges.isSilent(token)) {
      return from;
    }
    PhraseReader reader = new PhraseReader(trie, edges, from);
    reader.read(token);
    return reader.progress();
  }

  /** The progress when nothing follows any more. */
  static PhraseProgress end(PhraseTrie trie, PieceEdges edges, PhraseProgress from) {
    PhraseReader reader = new PhraseReader(trie, edges, from);
    reader.read(END);
    return reader.progress();
  }

  private PhraseProgress progress() {
    return new PhraseProgress(open, node, held, heldDepth, neighbour, last, refused);
  }

  private void read(int token) {
    releaseIfJoined(token);
    int child = child(token);
    while (child < 0 && node != PhraseTrie.ROOT) {
      readAgain();
      releaseIfJoined(token);
      child = child(token);
    }
    if (child < 0) {
      neighbour = PhraseTrie.ROOT;
    } else {
      node = child;
      arrive();
    }
    last = token;
  }

  /** Where the last word goes on, it is another one. */
  private void releaseIfJoined(int token) {
    if (isHeldHere() && token != END && edges.joins(last, token)) {
      release();
    }
  }

  private boolean isHeldHere() {
    return heldDepth > 0 && heldDepth == trie.depth(node);
  }

  private int child(int token) {
    boolean possible = token != END && (node != PhraseTrie.ROOT || edges.wordMayStart(last, token));
    return possible ? trie.child(node, token) : -1;
  }

  private void release() {
    if (held >= 0) {
      open |= 1L << held;
    }
    held = PhraseProgress.NONE;
    heldDepth = 0;
  }

  /** Holds the phrase that is whole now, if there is one, instead of a shorter one. */
  private void arrive() {
    long whole = trie.ending(node);
    if (whole == 0) {
      return;
    }
    boolean longerForm = held >= 0 && (whole & 1L << held) != 0;
    if (!longerForm) {
      long wanted = whole & open;
      if (wanted == 0 && held >= 0) {
        return; // The shorter one is of more use.
      }
      release();
      held = wanted == 0 ? PhraseProgress.SURPLUS : Long.numberOfTrailingZeros(wanted);
      open &= ~Long.lowestOneBit(wanted);
    }
    heldDepth = trie.depth(node);
  }

  /** Counts what is held, or gives up the first token of the path, and reads the rest anew. */
  private void readAgain() {
    int[] path = trie.path(node);
    int from = Math.max(1, heldDepth);
    int phrase = trie.node(Arrays.copyOf(path, heldDepth));
    if (heldDepth > 0) {
      boolean surplus = held == PhraseProgress.SURPLUS && trie.words(phrase);
      refused |= surplus || phrase == neighbour;
    }
    neighbour = phrase;
    held = PhraseProgress.NONE;
    heldDepth = 0;
    node = PhraseTrie.ROOT;
    last = path[from - 1];
    for (int i = from; i < path.length; i++) {
      read(path[i]);
    }
  }
}
