/** Texts to be spoken: how their words sound, how long they take, whether they fit their time. */
@NullMarked
package io.haidang.summarization.voice;

import org.jspecify.annotations.NullMarked;
