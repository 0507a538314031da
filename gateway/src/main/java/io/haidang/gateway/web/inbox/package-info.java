/** Pages on which people see what they are told, and choose how. */
@NullMarked
package io.haidang.gateway.web.inbox;

import org.jspecify.annotations.NullMarked;
