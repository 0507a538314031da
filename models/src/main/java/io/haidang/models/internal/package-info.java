/** Helpers shared by the packages of this module only. */
@NullMarked
package io.haidang.models.internal;

import org.jspecify.annotations.NullMarked;
