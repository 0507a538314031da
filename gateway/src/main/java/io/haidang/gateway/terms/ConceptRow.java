package io.haidang.gateway.terms;

import io.haidang.glossary.Concept;
import io.haidang.glossary.workflow.ConceptState;

/**
 * A concept that is or was in a release.
 *
 * @param state {@code APPROVED} or {@code RETIRED}
 * @param version grows with each release that changes the concept, for optimistic locking
 * @param content in force, or the last that was
 */
record ConceptRow(Concept content, ConceptState state, int version) {}
