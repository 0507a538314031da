/** What people are told, and how they want to be told. */
@NullMarked
package io.haidang.gateway.inbox;

import org.jspecify.annotations.NullMarked;
