/** Plans which names a translation must contain, and verifies that it does. */
@NullMarked
package io.haidang.glossary.enforce;

import org.jspecify.annotations.NullMarked;
