/** Vectors of sentences that are close when the sentences mean the same, whatever the language. */
@NullMarked
package io.haidang.models.encoder;

import org.jspecify.annotations.NullMarked;
