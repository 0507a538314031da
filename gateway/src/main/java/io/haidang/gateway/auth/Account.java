package io.haidang.gateway.auth;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.PublicName;
import io.haidang.translation.review.Role;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    requireAny(role);
  }

  /** Whether it has one of them. */
  public boolean hasAny(Role... any) {
    return Stream.of(any).anyMatch(this::has);
  }

  /**
   * Lets those pass who have one of them.
   *
   * @throws GatewayException {@code not-permitted}
   */
  public void requireAny(Role... any) {
    if (!hasAny(any)) {
      throw missing(any);
    }
  }

  /** The error of an account with none of the roles. */
  public static GatewayException missing(Role... any) {
    String expected = Stream.of(any).map(PublicName::of).collect(Collectors.joining(" or "));
    return new GatewayException(
        ErrorCode.NOT_PERMITTED, "role: missing (expected: " + expected + ")");
  }
}
