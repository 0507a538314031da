package io.haidang.models.internal.search;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One sequence of tokens that writes a phrase.
 *
 * @param tokens at least one
 * @param force where a search may begin it of its own accord
 * @param words whether it has more than one
 */
record PhraseSpelling(TokenIds tokens, Force force, boolean words) {

  /** Where a search may begin a spelling; one that the model begins counts wherever it stands. */
  enum Force {
    /** Wherever a word may start. */
    ANYWHERE,
    /** Where a sentence starts. */
    SENTENCE_START,
    /** Nowhere. */
    NEVER
  }

  private static final String BRACKET = "(";

  /**
   * The spellings of one wording as the tokenizer would cut it: after a space, after a bracket, and
   * either with a capital. None when the vocabulary lacks a character of it.
   */
  static List<PhraseSpelling> of(String wording, Pieces pieces) {
    Map<String, PhraseSpelling> found = new LinkedHashMap<>();
    String capital = WordBorders.capitalized(wording);
    add(found, wording, Force.ANYWHERE, pieces);
    add(found, capital, capital.equals(wording) ? Force.ANYWHERE : Force.SENTENCE_START, pieces);
    return List.copyOf(found.values());
  }

  private static void add(
      Map<String, PhraseSpelling> found, String wording, Force force, Pieces pieces) {
    boolean unspaced = WordBorders.isUnspaced(wording.codePointAt(0));
    boolean words = wording.strip().chars().anyMatch(Character::isWhitespace);
    int[] spaced = pieces.pieceIds(wording);
    int[] joined = afterBracket(wording, pieces);
    for (int[] ids : unspaced ? List.of(joined, spaced) : List.of(spaced, joined)) {
      boolean usual = ids == (unspaced ? joined : spaced);
      boolean spelled = Arrays.stream(ids).noneMatch(id -> id == pieces.unknown());
      if (ids.length > 0 && spelled) {
        found.putIfAbsent(
            Arrays.toString(ids),
            new PhraseSpelling(TokenIds.of(ids), usual ? force : Force.NEVER, words));
      }
    }
  }

  /** The pieces behind a bracket, if that is a piece of its own there. */
  private static int[] afterBracket(String wording, Pieces pieces) {
    int[] ids = pieces.pieceIds(BRACKET + wording);
    int at = 0;
    while (at < ids.length && pieces.piece(ids[at]).equals(String.valueOf(Pieces.WORD_START))) {
      at++;
    }
    boolean bracket = at < ids.length && pieces.piece(ids[at]).endsWith(BRACKET);
    return bracket ? Arrays.copyOfRange(ids, at + 1, ids.length) : new int[0];
  }
}
