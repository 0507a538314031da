package io.haidang.glossary.enforce;

import io.haidang.glossary.ConceptId;
import io.haidang.glossary.TextSpan;

/**
 * Something about how a whole document uses an official name.
 *
 * @param segment number of the segment, from 0
 * @param kind what is wrong
 * @param concept whose name it is
 * @param span where in the segment's translation
 * @param replacement what to write there instead
 */
public record UsageFinding(
    int segment, Kind kind, ConceptId concept, TextSpan span, String replacement) {

  /** What can be wrong with the use of a name. */
  public enum Kind {
    /** An abbreviation stands where the document has not given the full name yet. */
    ABBREVIATION_BEFORE_NAME,
    /** The first full name lacks the abbreviation that the document uses later. */
    ABBREVIATION_NOT_GIVEN,
    /** Full name and abbreviation are given once more. */
    INTRODUCED_AGAIN,
    /** Another wording than elsewhere in the document. */
    INCONSISTENT
  }
}
