/** HTML: whole pages and fragments. */
@NullMarked
package io.haidang.translation.document.html;

import org.jspecify.annotations.NullMarked;
