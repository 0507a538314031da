/** What a node is started for, where that is not the daily work of a desk. */
@NullMarked
package io.haidang.gateway.profile;

import org.jspecify.annotations.NullMarked;
