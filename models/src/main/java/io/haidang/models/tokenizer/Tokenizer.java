package io.haidang.models.tokenizer;

import io.haidang.models.LanguagePair;
import io.haidang.models.ModelException;
import io.haidang.models.internal.search.Pieces;
import java.util.Locale;

/**
 * Text to the token ids of one model and back.
 *
 * <p>Text is data: what looks like a special token in it is cut into ordinary pieces.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> computes for microseconds to
 * milliseconds. <b>Owns:</b> native memory, until {@link #close}.
 */
public interface Tokenizer extends Pieces, AutoCloseable {

  /**
   * What the encoder reads for a text: its pieces with the task prefix, language and end tokens
   * that the model was trained with.
   *
   * @throws ModelException.Unsupported when the model has no token for a language of the pair
   */
  int[] encode(String text, LanguagePair pair);

  /**
   * Does nothing for a pair whose languages the model has.
   *
   * @throws ModelException.Unsupported for others
   */
  void check(LanguagePair pair);

  /**
   * Cuts what {@link #encode} gave to a length, keeping the tokens that must stand at its end.
   *
   * @param limit tokens to keep, at least as many as there are special ones
   */
  int[] shorten(int[] encoded, int limit);

  /**
   * The tokens an output begins with.
   *
   * @param start the model's {@code decoder_start_token_id}
   * @throws ModelException.Unsupported when the model has no token for the language
   */
  int[] decoderPrefix(int start, Locale target);

  /**
   * The id that stands for a language.
   *
   * @throws ModelException.Unsupported when the model has none for it
   */
  int languageId(Locale language);

  /** Whether an id stands for a language. */
  boolean isLanguage(int id);

  /** The pieces of a text as the decoder would write it in the middle of a sentence. */
  @Override
  int[] pieceIds(String text);

  /**
   * The characters of a piece that the decoder writes, with {@link #WORD_START} for a space; empty
   * for special tokens, languages and ids that stand for nothing. Vocabularies of bytes spell
   * letters beyond ASCII in an alphabet of their own: compare pieces with pieces only.
   */
  @Override
  String piece(int id);

  /** The text of ids; special tokens, languages and ids that stand for nothing are skipped. */
  String decode(int[] ids);

  /** The text of ids, and which part of it came from which id. */
  DecodedText decodeWithSpans(int[] ids);

  /** The id that ends every text. */
  int eos();

  /** The id of what the vocabulary cannot spell. */
  @Override
  int unknown();

  /** Longest input in tokens, special ones included; {@link Integer#MAX_VALUE} when not limited. */
  int maxLength();

  /** One more than the largest id that stands for something. */
  @Override
  int size();

  @Override
  void close();
}
