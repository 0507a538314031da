/**
 * Stories and their products: asking for them, comparing revisions, staleness, the fact ledger,
 * delivery.
 */
@NullMarked
package io.haidang.gateway.story;

import org.jspecify.annotations.NullMarked;
