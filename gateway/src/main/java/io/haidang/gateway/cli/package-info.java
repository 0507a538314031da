/** The command line: serve, demo, translate. */
@NullMarked
package io.haidang.gateway.cli;

import org.jspecify.annotations.NullMarked;
