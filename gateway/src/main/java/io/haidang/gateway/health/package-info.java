/** Whether a node can do its work, component by component. */
@NullMarked
package io.haidang.gateway.health;

import org.jspecify.annotations.NullMarked;
