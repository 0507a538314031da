package io.haidang.models.internal.search;

/** What a decoder says follows one row, where it stands in the decoder's own memory. */
public interface RowLogits {

  float of(int token);

  /** Fills {@code all}, which has a place for every token of the vocabulary. */
  void copyTo(float[] all);
}
