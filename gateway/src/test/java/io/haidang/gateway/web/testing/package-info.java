/** A running desk, and browsers that use it. */
@NullMarked
package io.haidang.gateway.web.testing;

import org.jspecify.annotations.NullMarked;
