package io.haidang.gateway.auth;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.PublicName;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A key in force, without its secret: which program calls, for whom, and what it may.
 *
 * @param id of the key, which may be shown
 * @param name that its maker gave it
 * @param account that the program acts as
 */
public record ApiKey(UUID id, String name, Account account, Set<Scope> scopes, KeyLimits limits) {

  public ApiKey {
    scopes = Set.copyOf(scopes);
  }

  /**
   * Lets those pass whose key has {@code scope}.
   *
   * @throws GatewayException {@code not-permitted}
   */
  public void require(Scope scope) {
    requireAny(Set.of(scope));
  }

  /**
   * Lets those pass whose key has one of {@code wanted}; all, when none is wanted.
   *
   * @throws GatewayException {@code not-permitted}
   */
  public void requireAny(Set<Scope> wanted) {
    if (!wanted.isEmpty() && wanted.stream().noneMatch(scopes::contains)) {
      throw new GatewayException(
          ErrorCode.NOT_PERMITTED,
          "key: scope missing (expected: "
              + wanted.stream().sorted().map(PublicName::of).collect(Collectors.joining(" or "))
              + ")");
    }
  }
}
