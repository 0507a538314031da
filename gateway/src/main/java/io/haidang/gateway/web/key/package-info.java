/** The page on which administrators keep the keys of programs. */
@NullMarked
package io.haidang.gateway.web.key;

import org.jspecify.annotations.NullMarked;
