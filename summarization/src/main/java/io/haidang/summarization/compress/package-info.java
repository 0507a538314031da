/** Makes sentences shorter where grammar allows. */
@NullMarked
package io.haidang.summarization.compress;

import org.jspecify.annotations.NullMarked;
