/** What the dialects of other services share: requests, parameters, answers and failures. */
@NullMarked
package io.haidang.gateway.http.dialect;

import org.jspecify.annotations.NullMarked;
