/** Operations of the API about engines: single sentences, and what providers cost. */
@NullMarked
package io.haidang.gateway.http.engine;

import org.jspecify.annotations.NullMarked;
