/** A desk of several processes: what it does when some are killed, and what more of them bring. */
@NullMarked
package io.haidang.bench.cluster;

import org.jspecify.annotations.NullMarked;
