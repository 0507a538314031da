/** A desk of several processes under load, of which one is killed every now and then. */
@NullMarked
package io.haidang.bench.faults;

import org.jspecify.annotations.NullMarked;
