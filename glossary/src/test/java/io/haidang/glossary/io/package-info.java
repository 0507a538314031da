@NullMarked
package io.haidang.glossary.io;

import org.jspecify.annotations.NullMarked;
