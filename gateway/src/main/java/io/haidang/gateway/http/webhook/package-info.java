/** Operations of the API about webhooks. */
@NullMarked
package io.haidang.gateway.http.webhook;

import org.jspecify.annotations.NullMarked;
