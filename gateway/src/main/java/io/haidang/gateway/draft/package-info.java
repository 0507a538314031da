/** Submitting drafts and reading them back. */
@NullMarked
package io.haidang.gateway.draft;

import org.jspecify.annotations.NullMarked;
