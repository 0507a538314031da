package io.haidang.gateway.auth;

/**
 * How dear a guess at a password is made.
 *
 * @param iterations of PBKDF2 with HMAC-SHA256; a stored password keeps its own
 */
public record PasswordCost(int iterations) {

  /** What OWASP recommends for this function in 2023; a good part of a second. */
  public static final PasswordCost STANDARD = new PasswordCost(600_000);

  public PasswordCost {
    if (iterations < 1) {
      throw new IllegalArgumentException("iterations: " + iterations + " (expected: 1 or more)");
    }
  }
}
