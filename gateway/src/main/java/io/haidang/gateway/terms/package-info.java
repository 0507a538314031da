/** The official names: proposals, releases, and where they are used. */
@NullMarked
package io.haidang.gateway.terms;

import org.jspecify.annotations.NullMarked;
