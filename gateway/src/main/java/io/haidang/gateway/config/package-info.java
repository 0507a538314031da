/** One immutable configuration, read once and validated whole. */
@NullMarked
package io.haidang.gateway.config;

import org.jspecify.annotations.NullMarked;
