package io.haidang.gateway.auth;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.PublicName;
import io.haidang.translation.review.Role;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody who may sign in.
 *
 * @param login unique, lower case
 * @param displayName as colleagues see it
 * @param office where they work
 * @param roles at least one
 */
public record Account(UUID id, String login, String displayName, Office office, Set<Role> roles) {

  public Account {
    roles = Set.copyOf(roles);
  }

  public boolean has(Role role) {
    return roles.contains(role);
  }

  /**
   * Lets those pass who have {@code role}.
   *
   * @throws GatewayException {@code not-permitted}
   */
  public void require(Role role) {
    if (!has(role)) {
      throw missing(role);
    }
  }

  /** The error of an account without {@code role}. */
  public static GatewayException missing(Role role) {
    return new GatewayException(
        ErrorCode.NOT_PERMITTED, "role: missing (expected: " + PublicName.of(role) + ")");
  }
}
