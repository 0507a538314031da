package io.haidang.translation.document.snippet;

/** Where a text is cut into segments. */
public enum Splitting {
  /** At the ends of sentences and of lines. */
  SENTENCES_AND_LINES,
  /** At the ends of sentences; the end of a line counts as a space. */
  SENTENCES,
  /** Nowhere, unless it is too long for a model; the end of a line counts as a space. */
  NONE
}
