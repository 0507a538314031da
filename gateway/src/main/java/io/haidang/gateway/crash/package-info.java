/** Work that the process may die of, and how it is found out. */
@NullMarked
package io.haidang.gateway.crash;

import org.jspecify.annotations.NullMarked;
