/** Pages about how long texts are kept, and how they go. */
@NullMarked
package io.haidang.gateway.web.retention;

import org.jspecify.annotations.NullMarked;
