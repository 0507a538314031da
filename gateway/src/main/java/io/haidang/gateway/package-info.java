/** The composition root: command line, wiring, start and stop. */
@NullMarked
package io.haidang.gateway;

import org.jspecify.annotations.NullMarked;
