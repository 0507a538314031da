/** XLIFF 1.2 and 2: targets are filled in, everything else stays byte for byte. */
@NullMarked
package io.haidang.translation.document.xliff;

import org.jspecify.annotations.NullMarked;
