/** Pages about the official names as a whole: releases, and lists that come in and go out. */
@NullMarked
package io.haidang.gateway.web.release;

import org.jspecify.annotations.NullMarked;
