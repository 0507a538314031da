/** Office Open XML: Word, PowerPoint and Excel since 2007 (ECMA-376, ISO/IEC 29500). */
@NullMarked
package io.haidang.translation.document.ooxml;

import org.jspecify.annotations.NullMarked;
