/** The queue of reviewers: what waits, in which order, who has it in hand, and for whom it is. */
@NullMarked
package io.haidang.gateway.queue;

import org.jspecify.annotations.NullMarked;
