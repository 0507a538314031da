/** Maps failures to problem documents; the only place with status codes. */
@NullMarked
package io.haidang.gateway.http.error;

import org.jspecify.annotations.NullMarked;
