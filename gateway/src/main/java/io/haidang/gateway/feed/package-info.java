/** The log of events as it happens, for programs that follow it. */
@NullMarked
package io.haidang.gateway.feed;

import org.jspecify.annotations.NullMarked;
