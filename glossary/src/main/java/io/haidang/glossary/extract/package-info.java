/** Proposes terms that a glossary does not have yet, from a draft or from approved translations. */
@NullMarked
package io.haidang.glossary.extract;

import org.jspecify.annotations.NullMarked;
