package io.haidang.glossary.enforce;

import io.haidang.glossary.ConceptId;
import io.haidang.glossary.TextSpan;
import org.jspecify.annotations.Nullable;

/**
 * Something about an official name that a reviewer has to see.
 *
 * @param kind what is wrong
 * @param concept whose name it is
 * @param sourceSpan where in the source, or null
 * @param targetSpan where in the target, or null when it is missing there
 * @param expected the name to write; empty when there is none
 * @param detail the reason: the note of a forbidden term, the source of the name, its last day
 */
public record TermFinding(
    Kind kind,
    ConceptId concept,
    @Nullable TextSpan sourceSpan,
    @Nullable TextSpan targetSpan,
    String expected,
    String detail) {

  /** What can be wrong with an official name. */
  public enum Kind {
    /** The target does not contain the official name. */
    MISSING,
    /** The target contains a wording that is forbidden. */
    FORBIDDEN,
    /** The source names something that was not called so on the date of the text. */
    NOT_VALID
  }
}
