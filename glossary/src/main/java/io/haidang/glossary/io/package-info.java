/** Reads glossary files. */
@NullMarked
package io.haidang.glossary.io;

import org.jspecify.annotations.NullMarked;
