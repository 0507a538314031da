/** Benchmarks and load programs. */
@NullMarked
package io.haidang.bench;

import org.jspecify.annotations.NullMarked;
