package io.haidang.summarization.extract;

import io.haidang.models.SentenceVectors;
import java.util.List;
import java.util.Locale;

/**
 * Tells how much the sentences of one text have in common.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use.
 */
public interface Similarities {

  /**
   * A symmetric matrix: the similarity of each two sentences, 0 for nothing in common to 1.
   *
   * @param sentences none blank
   */
  double[][] between(List<String> sentences, Locale language);

  /** By the words that two sentences share, rare ones more: TF-IDF within the text. */
  static Similarities tfIdf() {
    return new TfIdf();
  }

  /** By their vectors; by their words where the encoder does not know the language. */
  static Similarities of(SentenceVectors encoder) {
    return new VectorSimilarities(encoder, tfIdf());
  }
}
