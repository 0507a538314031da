/** Puts the texts of concurrent calls into common batches, the urgent ones first. */
@NullMarked
package io.haidang.models.serving;

import org.jspecify.annotations.NullMarked;
