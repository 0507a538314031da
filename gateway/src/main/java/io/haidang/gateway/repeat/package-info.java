/** Requests that may come twice: the answer to the first is the answer to the second. */
@NullMarked
package io.haidang.gateway.repeat;

import org.jspecify.annotations.NullMarked;
