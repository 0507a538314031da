/** Pages about what was signed off: finding it, using it again, releasing and withdrawing it. */
@NullMarked
package io.haidang.gateway.web.library;

import org.jspecify.annotations.NullMarked;
