/** Pages about webhooks: who is told of what, and what came of it. */
@NullMarked
package io.haidang.gateway.web.webhook;

import org.jspecify.annotations.NullMarked;
