/** What the rooms of the DeepL dialect share: requests, parameters, answers and keys. */
@NullMarked
package io.haidang.gateway.http.deepl.kit;

import org.jspecify.annotations.NullMarked;
