/** Accounts, passwords, API keys. */
@NullMarked
package io.haidang.gateway.auth;

import org.jspecify.annotations.NullMarked;
