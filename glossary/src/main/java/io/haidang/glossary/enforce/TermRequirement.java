package io.haidang.glossary.enforce;

import io.haidang.glossary.Term;
import io.haidang.glossary.TermMatch;

/**
 * A name in the source and how the target has to write it.
 *
 * @param match where the source names the concept
 * @param rendering the preferred term of the target language
 */
public record TermRequirement(TermMatch match, Term rendering) {}
