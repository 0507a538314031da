package io.haidang.models.tokenizer;

/** Which special tokens a family puts around the pieces of a source text. */
enum Frame {
  /** Pieces, end. */
  END_ONLY,
  /** Begin, pieces, end. */
  BOTH_ENDS,
  /** Target language if the model has several, pieces, end. */
  TARGET_FIRST,
  /** Source language, pieces, end; the output begins with start and target language. */
  SOURCE_FIRST,
  /** Pieces, end, source language; the output begins with start and target language. */
  SOURCE_LAST,
  /** Pieces, end, source language; the output begins with the target language in start's place. */
  SOURCE_LAST_NO_START;

  boolean namesSource() {
    return this == SOURCE_FIRST || tail() == 2;
  }

  /** Special tokens after the pieces. */
  int tail() {
    return this == SOURCE_LAST || this == SOURCE_LAST_NO_START ? 2 : 1;
  }
}
