/** Style rules of clients in the DeepL dialect. */
@NullMarked
package io.haidang.gateway.http.deepl.style;

import org.jspecify.annotations.NullMarked;
