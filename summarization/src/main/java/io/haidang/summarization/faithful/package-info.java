/** Whether a product says only what its story says. */
@NullMarked
package io.haidang.summarization.faithful;

import org.jspecify.annotations.NullMarked;
