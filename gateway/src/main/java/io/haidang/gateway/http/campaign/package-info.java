/** Operations of the API about rename campaigns. */
@NullMarked
package io.haidang.gateway.http.campaign;

import org.jspecify.annotations.NullMarked;
