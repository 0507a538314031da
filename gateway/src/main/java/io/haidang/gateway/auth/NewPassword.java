package io.haidang.gateway.auth;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;

/**
 * A password that somebody wants to have. Length is what counts: NIST SP 800-63B asks for no
 * mixture of characters and no change after some months.
 *
 * @param text 12 to 200 UTF-16 units
 */
record NewPassword(String text) {

  private static final int SHORTEST = 12;
  private static final int LONGEST = 200;

  /** Characters of one that the server thinks up: 96 random bits. */
  private static final int RANDOM = 16;

  NewPassword {
    if (!isFit(text)) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST,
          "password: "
              + text.length()
              + " characters (expected: "
              + SHORTEST
              + " to "
              + LONGEST
              + ")");
    }
  }

  static boolean isFit(String text) {
    return text.length() >= SHORTEST && text.length() <= LONGEST;
  }

  /**
   * One that a person has thought up.
   *
   * @param about what others know of the person: name, login, office
   * @throws GatewayException {@code invalid-request} for one that is too short or too long, {@code
   *     guessable-password}
   */
  static NewPassword chosen(String text, String... about) {
    NewPassword password = new NewPassword(text);
    if (EasyPasswords.contains(text, about)) {
      throw new GatewayException(
          ErrorCode.GUESSABLE_PASSWORD, "password: easily guessed (expected: one that is not)");
    }
    return password;
  }

  static NewPassword random() {
    return new NewPassword(Secrets.random().substring(0, RANDOM));
  }

  @Override
  public String toString() {
    return "password of " + text.length() + " characters";
  }
}
