/**
 * Tells programs outside what happened: subscriptions, signed messages, receivers that are away.
 */
@NullMarked
package io.haidang.gateway.webhook;

import org.jspecify.annotations.NullMarked;
