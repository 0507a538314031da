/** Metrics for whoever watches the machine. */
@NullMarked
package io.haidang.gateway.http.metrics;

import org.jspecify.annotations.NullMarked;
