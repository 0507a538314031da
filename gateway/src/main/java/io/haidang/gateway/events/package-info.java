/** The append-only log of what happened to each translation. */
@NullMarked
package io.haidang.gateway.events;

import org.jspecify.annotations.NullMarked;
