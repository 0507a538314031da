/** PDF: its text layer, or what a recogniser reads off its pictures, as an HTML page. */
@NullMarked
package io.haidang.translation.document.pdf;

import org.jspecify.annotations.NullMarked;
