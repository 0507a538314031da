package io.haidang.gateway.auth;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.translation.review.Role;
import java.util.Set;

/**
 * What is said of a person when an account is made or changed.
 *
 * @param displayName as colleagues see it, 1 to 200 UTF-16 units on one line
 * @param roles at least one
 */
public record AccountForm(String displayName, Office office, Set<Role> roles) {

  private static final int LONGEST = 200;

  /**
   * The same with an office as it was typed.
   *
   * @throws GatewayException {@code invalid-request} for what no account can be
   */
  public static AccountForm of(String displayName, String office, Set<Role> roles) {
    if (!Office.isName(office)) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, "office: unfit (expected: " + Office.EXPECTED + ")");
    }
    return new AccountForm(displayName, new Office(office), roles);
  }

  /**
   * Takes what was typed.
   *
   * @throws GatewayException {@code invalid-request} for what an account cannot be
   */
  public AccountForm {
    displayName = displayName.strip();
    roles = Set.copyOf(roles);
    if (displayName.isEmpty()
        || displayName.length() > LONGEST
        || displayName.chars().anyMatch(Character::isISOControl)) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST,
          "displayName: unfit (expected: 1 to " + LONGEST + " characters on one line)");
    }
    if (roles.isEmpty()) {
      throw new GatewayException(ErrorCode.INVALID_REQUEST, "roles: none (expected: at least one)");
    }
  }
}
