/** Operations of the API about official names. */
@NullMarked
package io.haidang.gateway.http.terms;

import org.jspecify.annotations.NullMarked;
