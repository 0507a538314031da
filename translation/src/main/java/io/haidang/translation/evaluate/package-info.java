/** Measures how well a translator keeps the official names, on sentences with known names. */
@NullMarked
package io.haidang.translation.evaluate;

import org.jspecify.annotations.NullMarked;
