/** The translation memory over the API. */
@NullMarked
package io.haidang.gateway.http.memory;

import org.jspecify.annotations.NullMarked;
