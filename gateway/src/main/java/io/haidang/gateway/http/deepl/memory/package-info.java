/** The translation memory in the DeepL dialect. */
@NullMarked
package io.haidang.gateway.http.deepl.memory;

import org.jspecify.annotations.NullMarked;
