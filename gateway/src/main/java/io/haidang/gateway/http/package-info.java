/** Routes of the HTTP API; no business rules. */
@NullMarked
package io.haidang.gateway.http;

import org.jspecify.annotations.NullMarked;
