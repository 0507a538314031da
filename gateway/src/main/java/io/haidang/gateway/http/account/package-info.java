/** Accounts in the API, for administrators. */
@NullMarked
package io.haidang.gateway.http.account;

import org.jspecify.annotations.NullMarked;
