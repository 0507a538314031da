package io.haidang.models.internal.search;

/**
 * How far an output is with its phrases: read token by token, the longest phrase first at each
 * place, none inside another. Immutable.
 *
 * @param open phrases not written yet, as bits
 * @param node where in the trie the latest tokens stand
 * @param held the phrase that was whole at {@code heldDepth} of this path and counts unless the
 *     path becomes a longer one; {@link #NONE} or {@link #SURPLUS}
 * @param heldDepth tokens of the held phrase
 * @param neighbour node of the phrase that ends right before this path, or 0
 * @param last the latest token that wrote something, or {@link #NONE}
 * @param refused whether a phrase follows itself, or one of several words is there too often
 */
record PhraseProgress(
    long open, int node, int held, int heldDepth, int neighbour, int last, boolean refused) {

  static final int NONE = -1;

  /** Something is whole that nobody needs any more. */
  static final int SURPLUS = -2;

  static PhraseProgress start(long all) {
    return new PhraseProgress(all, PhraseTrie.ROOT, NONE, 0, 0, NONE, false);
  }

  boolean isDone() {
    return open == 0;
  }
}
