/** Word lists that the holders of keys bring along, and how they join the official names. */
@NullMarked
package io.haidang.gateway.clientterms;

import org.jspecify.annotations.NullMarked;
