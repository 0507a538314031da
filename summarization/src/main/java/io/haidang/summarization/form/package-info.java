/** Makes stories into forms: the way from sentences to candidates that may be offered. */
@NullMarked
package io.haidang.summarization.form;

import org.jspecify.annotations.NullMarked;
