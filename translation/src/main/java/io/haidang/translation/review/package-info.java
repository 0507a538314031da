/** The review model: states, who may do what; no storage. */
@NullMarked
package io.haidang.translation.review;

import org.jspecify.annotations.NullMarked;
