/** How much each key has taken, and may still take. */
@NullMarked
package io.haidang.gateway.limit;

import org.jspecify.annotations.NullMarked;
