/** Operations of the API about stories and their products. */
@NullMarked
package io.haidang.gateway.http.story;

import org.jspecify.annotations.NullMarked;
