/** How long a text is, as readers and platforms count it. */
@NullMarked
package io.haidang.summarization.length;

import org.jspecify.annotations.NullMarked;
