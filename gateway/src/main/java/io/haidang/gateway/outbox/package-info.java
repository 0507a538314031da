/** What all who send things out have in common: when they try again, and when they give up. */
@NullMarked
package io.haidang.gateway.outbox;

import org.jspecify.annotations.NullMarked;
