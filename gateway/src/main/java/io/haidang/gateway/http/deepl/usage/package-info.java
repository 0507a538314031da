/** What a key of the DeepL dialect has taken, and may take. */
@NullMarked
package io.haidang.gateway.http.deepl.usage;

import org.jspecify.annotations.NullMarked;
