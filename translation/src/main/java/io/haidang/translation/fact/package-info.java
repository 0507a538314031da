/** Facts of a text in a form that belongs to no language, and what of one text another supports. */
@NullMarked
package io.haidang.translation.fact;

import org.jspecify.annotations.NullMarked;
