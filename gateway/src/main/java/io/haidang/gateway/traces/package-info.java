/** What happened to one request or job, step by step and from node to node: OpenTelemetry. */
@NullMarked
package io.haidang.gateway.traces;

import org.jspecify.annotations.NullMarked;
