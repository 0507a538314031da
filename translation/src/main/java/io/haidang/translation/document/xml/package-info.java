/** XML with the place of everything in its file; safe to read whatever it holds. */
@NullMarked
package io.haidang.translation.document.xml;

import org.jspecify.annotations.NullMarked;
