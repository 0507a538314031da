/** Better wordings of texts in the DeepL dialect. */
@NullMarked
package io.haidang.gateway.http.deepl.write;

import org.jspecify.annotations.NullMarked;
