/** Finds what a text is made of, and which of its sentences carry it. */
@NullMarked
package io.haidang.summarization.extract;

import org.jspecify.annotations.NullMarked;
