/** Measures summaries against those that people wrote. */
@NullMarked
package io.haidang.summarization.evaluate;

import org.jspecify.annotations.NullMarked;
