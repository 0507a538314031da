/** Operations of the DeepL dialect about languages: which there are, and what is done in them. */
@NullMarked
package io.haidang.gateway.http.deepl.language;

import org.jspecify.annotations.NullMarked;
