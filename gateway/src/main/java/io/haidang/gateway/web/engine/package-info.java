/** Engines as a page: who translates, how that goes, and what administrators change about it. */
@NullMarked
package io.haidang.gateway.web.engine;

import org.jspecify.annotations.NullMarked;
