/** The audit as a page: who did what, when. */
@NullMarked
package io.haidang.gateway.web.audit;

import org.jspecify.annotations.NullMarked;
