/** Texts that come without a file: plain, or with HTML or XML tags in them. */
@NullMarked
package io.haidang.translation.document.snippet;

import org.jspecify.annotations.NullMarked;
