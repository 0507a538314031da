/** Tells which language a text is in, as a whole and sentence by sentence. */
@NullMarked
package io.haidang.translation.language;

import org.jspecify.annotations.NullMarked;
