/** Whole-gateway tests: one behaviour a file, over real HTTP, in real processes. */
@NullMarked
package io.haidang.gateway.functional;

import org.jspecify.annotations.NullMarked;
