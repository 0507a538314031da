/** Tables in CSV: chosen columns are translated, everything else stays byte for byte. */
@NullMarked
package io.haidang.translation.document.table;

import org.jspecify.annotations.NullMarked;
