/** What all who send things out have in common: when they look for some, try again, and give up. */
@NullMarked
package io.haidang.gateway.outbox;

import org.jspecify.annotations.NullMarked;
