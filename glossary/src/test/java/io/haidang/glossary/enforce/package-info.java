@NullMarked
package io.haidang.glossary.enforce;

import org.jspecify.annotations.NullMarked;
