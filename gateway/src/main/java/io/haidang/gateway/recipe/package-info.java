/** How products are made: one recipe for each kind of form, one port for all. */
@NullMarked
package io.haidang.gateway.recipe;

import org.jspecify.annotations.NullMarked;
