/** Operations of the API about drafts. */
@NullMarked
package io.haidang.gateway.http.draft;

import org.jspecify.annotations.NullMarked;
