package io.haidang.gateway.quality;

/**
 * What kind of error it is: dimensions of MQM (Multidimensional Quality Metrics, 2015–) as far as
 * reviewers tell them apart at work, and the one that this house is there for.
 */
public enum ErrorCategory {
  /** It says something else than its source: mistranslated, added, left out. */
  ACCURACY,
  /** A word of the field is wrong, or not the same throughout. */
  TERMINOLOGY,
  /** A name of an office, title or place is not the official one. */
  OFFICIAL_NAME,
  /** Grammar, spelling, punctuation. */
  LINGUISTIC_CONVENTIONS,
  /** Correct, but not as the house writes. */
  STYLE,
  /** Tags, links and layout are not those of the source. */
  MARKUP
}
