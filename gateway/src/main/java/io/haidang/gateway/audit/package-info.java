/** Who did what, when: one search over every log of the desk. */
@NullMarked
package io.haidang.gateway.audit;

import org.jspecify.annotations.NullMarked;
