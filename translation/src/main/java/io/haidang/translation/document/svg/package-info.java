/** The text of SVG drawings. */
@NullMarked
package io.haidang.translation.document.svg;

import org.jspecify.annotations.NullMarked;
