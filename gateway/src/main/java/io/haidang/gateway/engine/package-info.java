/** Which engine translates what: routes, providers, caches and memory of approved texts. */
@NullMarked
package io.haidang.gateway.engine;

import org.jspecify.annotations.NullMarked;
