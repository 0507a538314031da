/** Operations of the DeepL dialect that translate files. */
@NullMarked
package io.haidang.gateway.http.deepl.document;

import org.jspecify.annotations.NullMarked;
