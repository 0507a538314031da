/** What administrators keep, beside accounts and keys. */
@NullMarked
package io.haidang.gateway.admin;

import org.jspecify.annotations.NullMarked;
