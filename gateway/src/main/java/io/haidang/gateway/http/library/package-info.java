/** Operations of the API about what leaves the house, and the library. */
@NullMarked
package io.haidang.gateway.http.library;

import org.jspecify.annotations.NullMarked;
