/** Keys of programs over the API: made, changed, revoked, and what they take. */
@NullMarked
package io.haidang.gateway.http.key;

import org.jspecify.annotations.NullMarked;
