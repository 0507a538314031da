/** What pages hear of while they are open. */
@NullMarked
package io.haidang.gateway.web.live;

import org.jspecify.annotations.NullMarked;
