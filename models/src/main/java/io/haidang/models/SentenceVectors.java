package io.haidang.models;

import java.util.List;
import java.util.Locale;

/**
 * Turns sentences into vectors that lie close together when the sentences are close in meaning.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> computes for about half a
 * millisecond a sentence; never call it on an event loop.
 */
public interface SentenceVectors {

  /** Whether the model knows the language. */
  boolean serves(Locale language);

  /**
   * A vector of length 1 for each sentence, in the same order, all of one dimension.
   *
   * @param sentences none blank
   * @throws ModelException.Failed when the runtime fails
   */
  List<float[]> vectors(List<String> sentences);
}
