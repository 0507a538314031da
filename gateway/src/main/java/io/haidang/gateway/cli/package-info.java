/** The command line: serve, demo, translate, glossary, key. */
@NullMarked
package io.haidang.gateway.cli;

import org.jspecify.annotations.NullMarked;
