/** The way of a segment: plan terms, generate, verify, repair once, check. */
@NullMarked
package io.haidang.translation.pipeline;

import org.jspecify.annotations.NullMarked;
