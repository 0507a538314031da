/** Pages about accounts: those of others, for whoever keeps them, and one's own. */
@NullMarked
package io.haidang.gateway.web.account;

import org.jspecify.annotations.NullMarked;
