/** Translation memories of other tools: TMX 1.4b, read and written unit by unit. */
@NullMarked
package io.haidang.translation.memory.tmx;

import org.jspecify.annotations.NullMarked;
