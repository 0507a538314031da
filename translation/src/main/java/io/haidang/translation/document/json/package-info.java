/** JSON: chosen strings are translated, everything else stays byte for byte. */
@NullMarked
package io.haidang.translation.document.json;

import org.jspecify.annotations.NullMarked;
