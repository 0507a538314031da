/** Durable state in SQL. */
@NullMarked
package io.haidang.gateway.store;

import org.jspecify.annotations.NullMarked;
