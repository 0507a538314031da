/** Text formats whose units are ranges of the file that are replaced where they stand. */
@NullMarked
package io.haidang.translation.document.inplace;

import org.jspecify.annotations.NullMarked;
