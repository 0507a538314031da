/** Pages on which colleagues talk about a text. */
@NullMarked
package io.haidang.gateway.web.discussion;

import org.jspecify.annotations.NullMarked;
