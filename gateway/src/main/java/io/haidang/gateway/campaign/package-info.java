/** Rename campaigns: a new official name carried through what was translated before. */
@NullMarked
package io.haidang.gateway.campaign;

import org.jspecify.annotations.NullMarked;
