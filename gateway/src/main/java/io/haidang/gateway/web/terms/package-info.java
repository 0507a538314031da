/** Pages about official names: the list, concepts, candidates, proposals. */
@NullMarked
package io.haidang.gateway.web.terms;

import org.jspecify.annotations.NullMarked;
