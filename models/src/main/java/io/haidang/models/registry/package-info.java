/** Knows the configured models, loads them lazily, counts their users and closes them. */
@NullMarked
package io.haidang.models.registry;

import org.jspecify.annotations.NullMarked;
