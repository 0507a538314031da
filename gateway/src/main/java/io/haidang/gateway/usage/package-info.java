/** What calls to providers used and cost. */
@NullMarked
package io.haidang.gateway.usage;

import org.jspecify.annotations.NullMarked;
