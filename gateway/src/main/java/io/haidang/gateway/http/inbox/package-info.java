/** What people are told, in the API. */
@NullMarked
package io.haidang.gateway.http.inbox;

import org.jspecify.annotations.NullMarked;
