/** Splits text into sentence-like segments; nothing is lost. */
@NullMarked
package io.haidang.translation.segment;

import org.jspecify.annotations.NullMarked;
