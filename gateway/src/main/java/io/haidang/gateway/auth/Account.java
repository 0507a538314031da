package io.haidang.gateway.auth;

import io.haidang.translation.review.Role;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody who may sign in.
 *
 * @param login unique, lower case
 * @param displayName as colleagues see it
 * @param roles at least one
 */
public record Account(UUID id, String login, String displayName, Set<Role> roles) {

  public Account {
    roles = Set.copyOf(roles);
  }

  public boolean has(Role role) {
    return roles.contains(role);
  }
}
