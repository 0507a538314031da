/** How the node does, for probes and for operators. */
@NullMarked
package io.haidang.gateway.http.health;

import org.jspecify.annotations.NullMarked;
