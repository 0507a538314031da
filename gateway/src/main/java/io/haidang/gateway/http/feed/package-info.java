/** Events as they happen, for as long as a program listens. */
@NullMarked
package io.haidang.gateway.http.feed;

import org.jspecify.annotations.NullMarked;
