/** Operations of the DeepL dialect that translate texts while a client waits. */
@NullMarked
package io.haidang.gateway.http.deepl.text;

import org.jspecify.annotations.NullMarked;
