/**
 * Searches for the output of an encoder-decoder model, with the semantics of Transformers 4.57's
 * {@code generate}. Knows token ids and scores, no runtime and no tokenizer.
 */
@NullMarked
package io.haidang.models.internal.search;

import org.jspecify.annotations.NullMarked;
