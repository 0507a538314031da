package io.haidang.gateway.auth;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key that somebody wants.
 *
 * @param account that the program acts as
 * @param name 1 to 200 characters
 * @param scopes at least one
 * @param expiresAt after which it opens nothing, or null
 */
public record NewApiKey(
    UUID account, String name, Set<Scope> scopes, KeyLimits limits, @Nullable Instant expiresAt) {

  private static final int MAX_NAME = 200;

  /**
   * Checks it.
   *
   * @throws GatewayException {@code invalid-request}
   */
  public NewApiKey {
    name = name.strip();
    scopes = Set.copyOf(scopes);
    if (name.isEmpty() || name.length() > MAX_NAME) {
      throw invalid("name: blank or too long (expected: 1 to 200 characters)");
    }
    if (scopes.isEmpty()) {
      throw invalid("scopes: none (expected: at least one)");
    }
  }

  private static GatewayException invalid(String message) {
    return new GatewayException(ErrorCode.INVALID_REQUEST, message);
  }

  /** A key that may do whatever its account may, for ever. */
  public static NewApiKey of(UUID account, String name) {
    return new NewApiKey(account, name, Scope.ALL, KeyLimits.DEFAULT, null);
  }
}
