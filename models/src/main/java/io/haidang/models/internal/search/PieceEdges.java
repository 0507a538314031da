package io.haidang.models.internal.search;

import java.util.BitSet;
import java.util.regex.Pattern;

/**
 * Where words begin and end at the edges of the pieces of a vocabulary, so that a search need not
 * look at characters. Immutable.
 */
public final class PieceEdges {

  private static final Pattern BYTE = Pattern.compile("<0x[0-9A-F]{2}>");
  private static final String SENTENCE_ENDS = ".!?…:";

  private final BitSet startsWord = new BitSet();
  private final BitSet continuesWord = new BitSet();
  private final BitSet endsInWord = new BitSet();
  private final BitSet startsInSpace = new BitSet();
  private final BitSet endsInSpace = new BitSet();
  private final BitSet endsSentence = new BitSet();
  private final BitSet written = new BitSet();

  private PieceEdges() {}

  /** Looks at every piece once. */
  public static PieceEdges of(Pieces pieces) {
    PieceEdges edges = new PieceEdges();
    for (int id = 0; id < pieces.size(); id++) {
      edges.add(id, pieces.piece(id));
    }
    return edges;
  }

  private void add(int id, String piece) {
    if (piece.isEmpty()) {
      return;
    }
    written.set(id);
    if (BYTE.matcher(piece).matches()) {
      continuesWord.set(id); // Most likely of a rare letter.
      endsInWord.set(id);
      return;
    }
    int first = piece.codePointAt(0);
    int last = piece.codePointBefore(piece.length());
    startsWord.set(id, first == Pieces.WORD_START || !WordBorders.isLetter(first));
    continuesWord.set(id, WordBorders.continuesWord(first));
    endsInWord.set(id, WordBorders.isLetter(last));
    startsInSpace.set(id, first == Pieces.WORD_START);
    endsInSpace.set(id, last == Pieces.WORD_START);
    endsSentence.set(id, SENTENCE_ENDS.indexOf(last) >= 0);
  }

  /** Whether a token writes nothing, as special ones and ids that stand for nothing do. */
  boolean isSilent(int token) {
    return !written.get(token);
  }

  // What comes before is a token that writes something, or negative at the start of a text.

  /** Whether a word may start with {@code token} right after {@code before}. */
  boolean wordMayStart(int before, int token) {
    return before < 0 || startsWord.get(token) || !endsInWord.get(before);
  }

  /** Whether {@code token} goes on with the word that {@code before} ends in. */
  boolean joins(int before, int token) {
    return before >= 0 && continuesWord.get(token) && endsInWord.get(before);
  }

  /** Whether {@code token} ends the word that {@code before} ends in. */
  boolean parts(int before, int token) {
    return written.get(token) && !joins(before, token);
  }

  /** Whether {@code token} would write a second space after that of {@code before}. */
  boolean doublesSpace(int before, int token) {
    return before >= 0 && endsInSpace.get(before) && startsInSpace.get(token);
  }

  /** Whether a sentence starts after {@code before}. */
  boolean endsSentence(int before) {
    return before < 0 || endsSentence.get(before);
  }
}
