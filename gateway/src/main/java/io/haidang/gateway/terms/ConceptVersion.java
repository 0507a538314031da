package io.haidang.gateway.terms;

import io.haidang.glossary.Concept;
import org.jspecify.annotations.Nullable;

/**
 * A content that a concept has had.
 *
 * @param version of the concept, 1 and up
 * @param from the release that began it
 * @param to the first release without it, or null while it is in force
 */
public record ConceptVersion(int version, int from, @Nullable Integer to, Concept content) {}
