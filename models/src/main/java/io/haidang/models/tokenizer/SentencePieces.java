package io.haidang.models.tokenizer;

import ai.djl.sentencepiece.SpTokenizer;
import io.haidang.models.ModelException;
import java.util.Arrays;
import java.util.List;

/**
 * A SentencePiece model, whose pieces are looked up in a vocabulary.
 *
 * <p>Numbers come back from the native library wherever they can: the strings that its binding
 * makes lose all characters outside the basic plane.
 */
final class SentencePieces implements Subwords {

  private final SpTokenizer model;
  private final Vocabulary vocabulary;
  private final int[] idOfPiece;
  private final int unknown;

  private SentencePieces(SpTokenizer model, Vocabulary vocabulary, int[] idOfPiece, int unknown) {
    this.model = model;
    this.vocabulary = vocabulary;
    this.idOfPiece = idOfPiece;
    this.unknown = unknown;
  }

  /** Loads the native model. */
  static SentencePieces open(SentencePieceFile file, Vocabulary vocabulary, int unknown) {
    Djl.keepOffline();
    int[] ids =
        file.pieces().stream()
            .mapToInt(piece -> vocabulary.ordinaryId(piece.text(), unknown))
            .toArray();
    try {
      return new SentencePieces(new SpTokenizer(file.bytes()), vocabulary, ids, unknown);
    } catch (RuntimeException e) {
      throw new ModelException.Unloadable(
          file.file() + ": unreadable (expected: a SentencePiece model)", e);
    }
  }

  @Override
  public int[] ids(String text) {
    String clean = Subwords.wellFormed(text);
    int[] pieces = model.getProcessor().encode(clean);
    int[] ids = Arrays.stream(pieces).map(this::id).toArray();
    if (Arrays.stream(ids).anyMatch(id -> id == unknown)) {
      spell(ids, model.tokenize(clean));
    }
    return ids;
  }

  private int id(int piece) {
    return piece >= 0 && piece < idOfPiece.length ? idOfPiece[piece] : unknown;
  }

  /** A vocabulary of two models holds letters that one of them does not know. */
  private void spell(int[] ids, List<String> texts) {
    for (int i = 0; i < ids.length && texts.size() == ids.length; i++) {
      if (ids[i] == unknown) {
        ids[i] = vocabulary.ordinaryId(texts.get(i), unknown);
      }
    }
  }

  @Override
  public int[] idsAfterSpace(String text) {
    // SentencePiece puts a space before every text.
    return ids(text);
  }

  @Override
  public String text(int[] ids) {
    List<String> pieces =
        Arrays.stream(ids).filter(vocabulary::isOrdinary).mapToObj(vocabulary::token).toList();
    return PieceText.of(pieces);
  }

  @Override
  public String piece(int id) {
    return vocabulary.token(id);
  }

  @Override
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  @Override
  public void close() {
    model.close();
  }
}
