package io.haidang.gateway.auth;

/**
 * How dear a guess at a password is made: by Argon2id, on one thread.
 *
 * @param kibibytes of memory, 8 or more
 * @param passes over it, 1 or more
 */
public record PasswordCost(int kibibytes, int passes) {

  /** What OWASP's cheat sheet recommends for Argon2id with one thread. */
  public static final PasswordCost STANDARD = new PasswordCost(19 << 10, 2);

  public PasswordCost {
    if (kibibytes < 8 || passes < 1) {
      throw new IllegalArgumentException(
          "cost: " + kibibytes + " KiB, " + passes + " passes (expected: 8 and 1 or more)");
    }
  }
}
