/** The pages of the queue: what waits, who has it, for whom it is. */
@NullMarked
package io.haidang.gateway.web.queue;

import org.jspecify.annotations.NullMarked;
