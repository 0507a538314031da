package io.haidang.models.onnx;

import ai.onnxruntime.OrtException;
import io.haidang.models.internal.search.TokenScores;

/** The hypotheses of one batch inside a decoder. Not thread-safe. */
interface HypothesisRows extends AutoCloseable {

  /** Encodes the sources and reads {@code prefixes}, one per source; one row per source then. */
  void start(long[][] prefixes) throws OrtException;

  /** Continues: new row {@code i} is old row {@code parents[i]} with {@code tokens[i]} appended. */
  void step(int[] parents, int[] tokens) throws OrtException;

  /** Gives {@code target} what follows the last token of a row; valid until the next step. */
  void scores(int row, TokenScores target);

  /** Gives back the memory of the batch. */
  @Override
  void close();
}
