/** The DeepL dialect of the HTTP API, so that clients made for DeepL need only another address. */
@NullMarked
package io.haidang.gateway.http.deepl;

import org.jspecify.annotations.NullMarked;
