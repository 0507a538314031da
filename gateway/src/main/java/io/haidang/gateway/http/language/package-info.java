/** Operations of the API about languages: which there are, and which a text is in. */
@NullMarked
package io.haidang.gateway.http.language;

import org.jspecify.annotations.NullMarked;
