package io.haidang.translation.evaluate;

/** Which names a translator is given, as in the terminology tasks of WMT 2023 and 2025. */
public enum TermMode {
  /** None: what the model writes by itself. */
  NONE,
  /** The official list. */
  PROPER,
  /**
   * Wordings that are no official names of the sentence: an ordinary word of it, which the
   * translation may well use, and names of other sentences, which it may not.
   */
  RANDOM
}
