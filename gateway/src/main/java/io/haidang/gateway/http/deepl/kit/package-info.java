/** What the rooms of the DeepL dialect share: its languages, ids, pages and errors. */
@NullMarked
package io.haidang.gateway.http.deepl.kit;

import org.jspecify.annotations.NullMarked;
