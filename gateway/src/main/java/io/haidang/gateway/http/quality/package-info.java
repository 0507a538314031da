/** Operations of the API about how good texts are. */
@NullMarked
package io.haidang.gateway.http.quality;

import org.jspecify.annotations.NullMarked;
