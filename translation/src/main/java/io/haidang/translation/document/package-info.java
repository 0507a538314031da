/** Documents: what is translatable, what is kept, and how both are put together again. */
@NullMarked
package io.haidang.translation.document;

import org.jspecify.annotations.NullMarked;
