package io.haidang.glossary;

/**
 * An occurrence of a term in a text.
 *
 * @param span offsets into the text as it was given, before any normalisation
 * @param concept what is meant
 * @param term the wording that was recognised
 */
public record TermMatch(TextSpan span, Concept concept, Term term) {}
