package io.haidang.models.tokenizer;

import ai.djl.sentencepiece.SpTokenizer;
import io.haidang.models.ModelException;
import java.nio.file.Path;

/**
 * A SentencePiece model whose own numbers are a model's ids, without special tokens.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Owns:</b> native memory, until {@link
 * #close}.
 */
public final class PieceIds implements AutoCloseable {

  private final SpTokenizer model;

  private PieceIds(SpTokenizer model) {
    this.model = model;
  }

  /**
   * Reads a file.
   *
   * @throws ModelException.Unloadable when it is missing or is no such model
   */
  public static PieceIds open(Path file) {
    Djl.keepOffline();
    SentencePieceFile read = SentencePieceFile.read(file);
    try {
      return new PieceIds(new SpTokenizer(read.bytes()));
    } catch (RuntimeException e) {
      throw new ModelException.Unloadable(
          file + ": unreadable (expected: a SentencePiece model)", e);
    }
  }

  /** The ids of a text, whatever is in it. */
  public int[] of(String text) {
    return model.getProcessor().encode(Subwords.wellFormed(text));
  }

  @Override
  public void close() {
    model.close();
  }
}
