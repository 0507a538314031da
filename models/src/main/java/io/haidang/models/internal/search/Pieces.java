package io.haidang.models.internal.search;

/** What a search for phrases needs to know of a vocabulary. Safe for concurrent use. */
public interface Pieces {

  /** Marks a word start inside a piece. */
  char WORD_START = '\u2581';

  /** The ids of a text's pieces after a space, without special ones. */
  int[] pieceIds(String text);

  /** The characters of a piece; empty for special ids. */
  String piece(int id);

  /** The id of what the vocabulary cannot spell. */
  int unknown();

  /** One more than the largest id that stands for something. */
  int size();
}
