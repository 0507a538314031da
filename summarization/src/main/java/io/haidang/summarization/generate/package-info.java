/** Summaries that a model words itself; what it says is judged like everything else. */
@NullMarked
package io.haidang.summarization.generate;

import org.jspecify.annotations.NullMarked;
