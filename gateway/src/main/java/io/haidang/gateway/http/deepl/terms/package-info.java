/** Word lists of clients in the DeepL dialect. */
@NullMarked
package io.haidang.gateway.http.deepl.terms;

import org.jspecify.annotations.NullMarked;
