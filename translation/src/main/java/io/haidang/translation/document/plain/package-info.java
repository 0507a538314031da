/** Plain text, line by line. */
@NullMarked
package io.haidang.translation.document.plain;

import org.jspecify.annotations.NullMarked;
