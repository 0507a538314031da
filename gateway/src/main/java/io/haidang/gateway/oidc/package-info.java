/** Signing in at an OpenID provider, beside local accounts. */
@NullMarked
package io.haidang.gateway.oidc;

import org.jspecify.annotations.NullMarked;
