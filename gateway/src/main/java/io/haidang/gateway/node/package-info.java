/** The composition root: puts the parts of one node together, starts and stops them. */
@NullMarked
package io.haidang.gateway.node;

import org.jspecify.annotations.NullMarked;
