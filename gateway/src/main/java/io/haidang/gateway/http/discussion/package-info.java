/** Comments on texts in the API. */
@NullMarked
package io.haidang.gateway.http.discussion;

import org.jspecify.annotations.NullMarked;
