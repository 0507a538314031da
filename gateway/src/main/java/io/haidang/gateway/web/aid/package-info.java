/** What helps while a segment is edited: other wordings, earlier translations, a preview. */
@NullMarked
package io.haidang.gateway.web.aid;

import org.jspecify.annotations.NullMarked;
