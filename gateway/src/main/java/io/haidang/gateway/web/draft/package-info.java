/** Pages for handing drafts in and following them. */
@NullMarked
package io.haidang.gateway.web.draft;

import org.jspecify.annotations.NullMarked;
