/** What other modules' tests need of this one: a scripted generator and the generator contract. */
@NullMarked
package io.haidang.models.testing;

import org.jspecify.annotations.NullMarked;
