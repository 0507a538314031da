/** What is counted and measured, under which names and in which units. */
@NullMarked
package io.haidang.gateway.metrics;

import org.jspecify.annotations.NullMarked;
