/** What the gateway's tests share: databases, the log, the error codes that were provoked. */
@NullMarked
package io.haidang.gateway.testing;

import org.jspecify.annotations.NullMarked;
