/** Official names: concepts, their terms in each language, and immutable glossary snapshots. */
@NullMarked
package io.haidang.glossary;

import org.jspecify.annotations.NullMarked;
