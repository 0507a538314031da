/** Text to token ids and back. */
@NullMarked
package io.haidang.models.tokenizer;

import org.jspecify.annotations.NullMarked;
