/** Finds terms in text: normalisation with offsets, the Aho-Corasick automaton, boundaries. */
@NullMarked
package io.haidang.glossary.match;

import org.jspecify.annotations.NullMarked;
