/** Checks of a translation against its source; each has a stable id. */
@NullMarked
package io.haidang.translation.check;

import org.jspecify.annotations.NullMarked;
