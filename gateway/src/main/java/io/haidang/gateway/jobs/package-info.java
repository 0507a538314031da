/** Durable translation jobs and the worker that runs them. */
@NullMarked
package io.haidang.gateway.jobs;

import org.jspecify.annotations.NullMarked;
