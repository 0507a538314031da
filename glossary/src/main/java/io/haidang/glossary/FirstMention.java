package io.haidang.glossary;

/** How a document introduces an abbreviation, in each language on its own. */
public enum FirstMention {
  /**
   * Where the abbreviation is used, the first mention is the full name with the abbreviation in
   * brackets; a document that never uses it gives the full name only.
   */
  WHEN_USED,
  /** The first mention is the full name with the abbreviation in brackets, used later or not. */
  ALWAYS,
  /** Everybody knows it: it may stand alone from the start. */
  FREE
}
