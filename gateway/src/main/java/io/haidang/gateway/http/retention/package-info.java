/** How long texts are kept, and how they go, in the API. */
@NullMarked
package io.haidang.gateway.http.retention;

import org.jspecify.annotations.NullMarked;
