/** Texts worded better in their own language, without another fact. */
@NullMarked
package io.haidang.summarization.rewrite;

import org.jspecify.annotations.NullMarked;
