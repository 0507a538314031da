/** Operations of the API about the queue. */
@NullMarked
package io.haidang.gateway.http.queue;

import org.jspecify.annotations.NullMarked;
