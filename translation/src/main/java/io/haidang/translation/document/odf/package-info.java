/** OpenDocument texts (ISO/IEC 26300), as LibreOffice writes them. */
@NullMarked
package io.haidang.translation.document.odf;

import org.jspecify.annotations.NullMarked;
