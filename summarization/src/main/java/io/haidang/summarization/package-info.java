/**
 * Headlines, summaries and posts of a story, each sentence tied to the source sentences it came
 * from.
 */
@NullMarked
package io.haidang.summarization;

import org.jspecify.annotations.NullMarked;
